import { OneOf, Sentences, Text } from '@lookback/office/desk';
import { IsViewQuery } from '@lookback/office/views';
import { ApiProperty } from '@nestjs/swagger';

/** Whose a view is. */
export class ViewOwner {
  @OneOf(['account', 'unit']) kind: 'account' | 'unit';
  @Text() id: string;
  /** The name of a unit; null of one's own account. */
  @Text(true) called: string | null;
}

/** A list as somebody wants to see it again. */
export class ViewShown {
  @Text() view: string;
  @ApiProperty({ type: ViewOwner }) owner: ViewOwner;
  /** Null where it is erased. */
  @Text(true) name: string | null;
  /** Parameters of the register. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) query: Readonly<Record<string, string>>;
}

export class ViewsShown {
  @ApiProperty({ type: [ViewShown] }) views: ViewShown[];
  /** The unit in which the account's holder has a post, whose views all have who have one there; null without a post. */
  @ApiProperty({ type: ViewOwner, nullable: true }) unit: ViewOwner | null;
}

/** A view to keep for oneself. */
export class ViewToSave {
  @Sentences(1, 40, '本月到期') name: string;
  @IsViewQuery() query: Readonly<Record<string, string>>;
}
