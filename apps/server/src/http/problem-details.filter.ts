import { Refusal } from '@lookback/kernel';
import { LogCorrupted } from '@lookback/log/event-log';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { holds, officeReaders, type Principal, type SignedRequest, SubjectAbsent } from '@lookback/office/desk';
import type { FastifyReply } from 'fastify';
import { RefusalsInWords, StreamsTold } from '@lookback/application/queries';
import { problemDetailsOf } from './problem-details.js';

/** Every error leaves as problem+json (RFC 9457). What broke here goes to the server's log by its name and place, never by its data. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  constructor(
    private readonly refusals: RefusalsInWords,
    private readonly told: StreamsTold,
  ) {}

  async catch(thrown: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const { signedIn } = http.getRequest<SignedRequest>();
    const error = await this.unlessHidden(thrown, signedIn);
    const { headers = {}, ...problem } = problemDetailsOf(
      error,
      await this.refusals.namesOf(error instanceof Refusal ? error.facts : {}, signedIn),
      await this.mayLocate(error, signedIn),
    );
    if (problem.status === 500) this.logger.error(error instanceof LogCorrupted ? error.message : placeOf(error));
    const reply = http.getResponse<FastifyReply>();
    for (const [name, value] of Object.entries(headers)) void reply.header(name, value);
    void reply.status(problem.status).type('application/problem+json').send(problem);
  }

  /** What the client may not know of is absent, also where it cannot be opened. */
  private async unlessHidden(error: unknown, who: Principal | undefined): Promise<unknown> {
    if (!(error instanceof LogCorrupted) || error.stream === undefined || !who) return error;
    const [kind = '', ...id] = error.stream.split('-');
    return (await this.told.hides(error.stream, who)) ? new SubjectAbsent(kind, id.join('-')) : error;
  }

  /** Whether the client may know where the log is broken. */
  private async mayLocate(error: unknown, who: Principal | undefined): Promise<boolean> {
    if (!(error instanceof LogCorrupted) || !who) return false;
    if (error.stream === undefined) return holds(who, officeReaders);
    return (await this.told.among([error.stream], who).catch(() => new Set())).size > 0;
  }
}

/** The error's name and where it was thrown, of the database's its SQLSTATE: a message may quote what somebody typed. */
const placeOf = (error: unknown): string =>
  error instanceof Error && !(error instanceof HttpException)
    ? `${error.name}${stateOf(error)}\n${(error.stack ?? '')
        .split('\n')
        .filter((line) => line.startsWith('    at '))
        .join('\n')}`
    : 'an error that is none';

const stateOf = (error: Error): string => ('code' in error && /^[0-9A-Z]{5}$/.test(String(error.code)) ? ` ${String(error.code)}` : '');
