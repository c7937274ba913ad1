import { input } from '@lookback/kernel';

/** Header names are equal when they are equal without spaces and with brackets and digits of either width. */
export const plainHeader = (text: string): string => input.mixedCode(text);
