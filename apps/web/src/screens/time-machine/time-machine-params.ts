/** Both moments, the clock of the slider and its year, and the condition that is asked about: all that the address holds. */
export interface TimeMachineParams {
  readonly at?: string;
  readonly known?: string;
  readonly fromAt?: string;
  readonly fromKnown?: string;
  readonly clock?: string;
  readonly year?: string;
  readonly field?: string;
}
