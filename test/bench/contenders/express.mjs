// A visit recorded over HTTP with Express and Emmett's command handler, as its documentation says: the same kind of token, body and checks.
import 'reflect-metadata';
import { CommandHandler } from '@event-driven-io/emmett';
import { plainToInstance, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
  validate,
  ValidateNested,
} from 'class-validator';
import express from 'express';
import { jwtVerify } from 'jose';

/** A class of class-validator without TypeScript's decorators: the checks of each field. */
const checked = (fields) => {
  const shape = class {};
  for (const [field, checks] of Object.entries(fields)) for (const check of checks) check(shape.prototype, field);
  return shape;
};
const nested = (shape) => [ValidateNested(), Type(() => shape)];

const TopicLooked = checked({
  topic: [IsIn(['housing', 'education', 'health', 'water', 'industry', 'employment'])],
  inOrder: [IsBoolean()],
});
const VisitHome = checked({
  place: [IsIn(['home', 'village-office', 'telephone'])],
  checklist: [IsArray(), ArrayMaxSize(20), ...nested(TopicLooked)],
  findings: [IsOptional(), IsString(), Length(1, 4000)],
  capturedAt: [IsOptional(), Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/)],
});
const day = Matches(/^\d{4}-\d{2}-\d{2}$/);
const id = Matches(/^[0-9a-z][0-9a-z-]{2,63}$/);
const Authority = checked({
  kind: [IsIn(['document', 'meeting', 'rule'])],
  number: [Matches(/^[\p{Script=Han}A-Za-z0-9〔〕[\]()（）\-/._ ]{2,40}$/u)],
  date: [IsOptional(), day],
  onBehalfOf: [IsOptional(), id],
});
const Envelope = checked({
  effectiveOn: [day],
  actedBy: [IsOptional(), id],
  authority: [IsOptional(), ...nested(Authority)],
  evidence: [IsOptional(), IsArray(), ArrayMaxSize(50), Matches(/^[0-9a-f]{64}$/, { each: true })],
  mode: [IsOptional(), IsIn(['act'])],
});
const AskVisitHome = checked({ command: [IsDefined(), ...nested(VisitHome)], envelope: [IsDefined(), ...nested(Envelope)] });

const handle = CommandHandler({
  initialState: () => ({ onRecord: false, visits: 0 }),
  evolve: (state, { type }) => (type === 'HouseholdTakenOver' ? { ...state, onRecord: true } : { ...state, visits: state.visits + 1 }),
});

/** Households of whom visits can be recorded. */
export const householdTakenOver = (household) => ({ type: 'HouseholdTakenOver', data: { household, county: '610426' } });

/** The server over a store, not yet listening. */
export function office(store, secret) {
  const app = express();
  app.use(express.json());
  app.post('/households/:id/visit-home', (request, response, next) => {
    record(store, secret, request)
      .then(({ status, ...said }) => response.status(status).json(said))
      .catch(next);
  });
  return app;
}

async function record(store, secret, { headers, params, body }) {
  const token = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
  const { payload } = await jwtVerify(token, secret, { issuer: 'lookback', audience: 'lookback', algorithms: ['HS256'] });
  if (!payload.rights.record) return { status: 403 };
  const asked = plainToInstance(AskVisitHome, body);
  const faults = await validate(asked, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
  if (faults.length > 0) return { status: 400, faults: faults.map(({ property }) => property) };
  const { command, envelope } = asked;
  const metadata = { account: payload.sub, person: payload.person, effectiveOn: envelope.effectiveOn };
  const decide = ({ onRecord }) => {
    if (!onRecord) throw new Error('the household is not on record');
    return { type: 'HomeVisited', data: { ...command }, metadata };
  };
  const { nextExpectedStreamVersion } = await handle(store, params.id, decide);
  return { status: 201, id: params.id, revision: Number(nextExpectedStreamVersion), events: ['HomeVisited'] };
}
