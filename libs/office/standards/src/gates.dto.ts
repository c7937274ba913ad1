import { kind } from '@lookback/kernel';
import { Field } from '@lookback/office/desk';
import { ArrayUnique } from 'class-validator';
import { type DayCount, dayCounts, type GateKind, gateKinds, type ProcedureKind, procedureKinds } from './gates.codes.js';

const Procedure = () => Field(kind.code(procedureKinds), { en: 'Procedure', zh: '程序' });

/** A gate in the order of its procedure. */
export class GateStep {
  @Procedure() of: ProcedureKind;
  @Field(kind.count(1, 50), {
    en: 'Order',
    zh: '次序',
    hint: { en: 'Gates of one number are passed in any order', zh: '次序相同的环节可并行办理' },
  })
  step: number;
  @Field(kind.code(gateKinds), { en: 'Gate', zh: '环节' }) gate: GateKind;
  @Field(kind.yesNo, { en: 'May be left out', zh: '可省略' }) optional: boolean;
}

/** Until when a gate is to be passed. */
export class GateLimit {
  @Procedure() of: ProcedureKind;
  @Field(kind.code(gateKinds), { en: 'Gate', zh: '环节' }) gate: GateKind;
  /** The first day of the limit is the one after that gate. */
  @Field(kind.code(gateKinds), { en: 'Counts from', zh: '起算环节' }) from: GateKind;
  @Field(kind.count(1, 366), { en: 'Days', zh: '天数' }) days: number;
  @Field(kind.code(dayCounts), { en: 'Counted in', zh: '计算方式' }) counted: DayCount;
}

/** Which gates each procedure has, in which order, and until when. */
export class Gates {
  @Field(kind.rows(() => GateStep, 1, 300), { en: 'Gates', zh: '环节' })
  @ArrayUnique(({ of, gate }: GateStep) => `${of} ${gate}`)
  gates: GateStep[];
  @Field(kind.rows(() => GateLimit, 0, 300), { en: 'Limits of gates', zh: '环节时限' })
  @ArrayUnique(({ of, gate }: GateLimit) => `${of} ${gate}`)
  limits: GateLimit[];
}
