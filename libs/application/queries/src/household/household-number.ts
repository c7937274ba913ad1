import { Shaped } from '@lookback/office/desk';

/** 户编号: a village's code and six digits. */
export const IsHouseholdNumber = () => Shaped(/^\d{18}$/, '610426001200000001');
