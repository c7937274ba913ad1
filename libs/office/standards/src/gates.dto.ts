import { Integer, Nested, OneOf } from '@lookback/office/desk';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn } from 'class-validator';
import { type GateKind, gateKinds, type ProcedureKind, procedureKinds } from './gates.codes.js';

/** A gate in the order of its procedure. */
export class GateStep {
  @OneOf(procedureKinds) of: ProcedureKind;
  /** Gates of one number stand beside each other: they are passed in any order. */
  @Integer(1, 50) step: number;
  @OneOf(gateKinds) gate: GateKind;
  /** True where it may be left out. */
  @IsBoolean() optional: boolean;
}

/** Until when a gate is to be passed. */
export class GateLimit {
  @OneOf(procedureKinds) of: ProcedureKind;
  @OneOf(gateKinds) gate: GateKind;
  /** The gate that it counts from: its first day is the one after. */
  @OneOf(gateKinds) from: GateKind;
  @Integer(1, 366) days: number;
  @IsIn(['calendar', 'working']) counted: 'calendar' | 'working';
}

/** Which gates each procedure has, in which order, and until when. */
export class Gates {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(300)
  @ArrayUnique(({ of, gate }: GateStep) => `${of} ${gate}`)
  @Nested(() => GateStep)
  gates: GateStep[];
  @IsArray() @ArrayMaxSize(300) @ArrayUnique(({ of, gate }: GateLimit) => `${of} ${gate}`) @Nested(() => GateLimit) limits: GateLimit[];
}
