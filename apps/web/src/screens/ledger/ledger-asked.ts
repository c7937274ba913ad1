/** The parameters of the ledger's address that choose its lines. */
export const ledgerFilter = ['region', 'class', 'source', 'unit', 'person', 'status', 'overdue'] as const;

/** Which lines of the ledger. */
export type LedgerAsked = { readonly [N in (typeof ledgerFilter)[number]]?: string };
