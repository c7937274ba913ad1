/** 档案号: by which an office calls a file, whether or not the registry has given a number; two files may share one. Source: procedures.md, K7. */
export const fileCodeOf = (id: string): string => id.slice(0, 8);
