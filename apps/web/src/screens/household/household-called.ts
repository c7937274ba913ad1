/** How the office calls a household: by its number, or by its file while the registry has given none. */
export const calledBy = ({ number, fileCode }: { readonly number: string | null; readonly fileCode: string }): string => number ?? fileCode;
