import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { type InBoth, input, Inapplicable } from '@lookback/kernel';
import { Transform } from 'class-transformer';
import { registerDecorator } from 'class-validator';

/** Under which it is left how a field is read. */
export const READ = 'lookback:read';

/** What a sent value stands for; undefined where nothing was said. */
export type ReadInput = (sent: unknown) => unknown;

/** A text that is cleaned as everywhere before any other rule looks at it; blank, it was not said. */
export const Cleaned = (clean: (typed: string) => string) => readAs((sent) => (typeof sent === 'string' ? clean(sent) || undefined : sent));

/**
 * Text that people type: what is let in is as it was meant, what is blank or a word for nothing was not said, all else is refused in the
 * words of the rule that it breaks. Lists, searches and forms are read by the same library.
 */
export const Typed = (reading: input.Reading<string>, example?: string) =>
  applyDecorators(
    readAs((sent) => meant(sent, reading)),
    refused(reading),
    ApiProperty({ type: String, ...(example !== undefined && { example }) }),
  );

const readAs = (read: ReadInput) =>
  applyDecorators(
    Transform(({ value }) => read(value)),
    Reflect.metadata(READ, read),
  );

function meant(sent: unknown, reading: input.Reading<string>): unknown {
  if (typeof sent !== 'string') return sent;
  const read = reading(sent);
  if (!(read instanceof Inapplicable)) return read.value;
  return input.isMissing(read) ? undefined : sent;
}

/** Refuses what a reading does not take, in the words of the rule that it breaks; of what another rule refuses already, nothing is said. */
export const refused =
  (reading: input.Reading<string>, about: (value: unknown) => boolean = () => true) =>
  (target: object, property: string | symbol) => {
    registerDecorator({
      name: 'isTyped',
      target: target.constructor,
      propertyName: String(property),
      constraints: [reading],
      validator: {
        validate: (value) => !about(value) || (typeof value === 'string' && !(reading(value) instanceof Inapplicable)),
        defaultMessage: (checked) => faultOfTyped(checked?.value, reading).en,
      },
    });
  };

/** Why a reading does not take a value, in both languages: the sentence of the rule that it breaks. */
export function faultOfTyped(value: unknown, reading: input.Reading<string>): InBoth {
  const read = typeof value === 'string' ? reading(value) : input.unreadable('input.not-text');
  return read instanceof Inapplicable ? { en: read.in('en'), zh: read.in('zh') } : { en: '', zh: '' };
}
