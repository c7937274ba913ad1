import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Desk } from './desk.js';
import type { Receipt } from './receipt.dto.js';
import { Submission } from './submission.js';

/** Every command of every slice. */
@CommandHandler(Submission)
export class SubmissionHandler implements ICommandHandler<Submission> {
  constructor(private readonly desk: Desk) {}

  execute({ request }: Submission): Promise<Receipt> {
    return this.desk.submit(request);
  }
}
