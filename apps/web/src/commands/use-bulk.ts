import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { isPassing } from '../api/problem-details.js';
import { attach } from '../forms/attach.js';
import { formValuesIn } from '../forms/form-values.js';
import { filesOf, type Target } from './bulk.js';
import type { FormState } from './command-fields.js';
import type { Act } from './act.js';
import { envelopeIn } from './envelope.js';
import { type Envelope, submit } from './submit.js';

/** What became of one that was asked. */
export type Outcome = 'done' | Error;

/**
 * Asks the same command of several, one after another. Each is asked under a key of its own, which stays: what is recorded already is
 * not recorded again. Where nobody answers it stops, as nobody would answer the rest either; and where one leaves or stops it, after the
 * one in hand.
 */
export function useBulk(act: Act, targets: readonly Target[], onDone: () => void) {
  const queries = useQueryClient();
  const [keys] = useState(() => new Map(targets.map((target) => [target, crypto.randomUUID()])));
  const [digests] = useState(() => new Map<string, string>());
  const [outcomes, setOutcomes] = useState<ReadonlyMap<Target, Outcome>>(new Map());
  const [sending, setSending] = useState(false);
  const leaving = useRef(new AbortController());
  useEffect(() => () => leaving.current.abort(), []);
  const stop = () => leaving.current.abort();

  /** A file is uploaded to a household once, however often it is tried. */
  const attached = async ({ of }: Target, file: File): Promise<string> => {
    const place = `${of} ${file.name} ${String(file.size)} ${String(file.lastModified)}`;
    const digest = digests.get(place) ?? (await attach(of, file, leaving.current.signal));
    digests.set(place, digest);
    return digest;
  };
  const ask = async (target: Target, said: FormState, files: readonly File[]): Promise<Outcome> => {
    const evidence: string[] = [];
    for (const file of filesOf(target, targets, files)) evidence.push(await attached(target, file));
    const envelope = {
      ...envelopeIn(act, target.of, said.envelope),
      ...(evidence.length > 0 && { evidence }),
    } as unknown as Envelope;
    const command = { ...formValuesIn(act.fields, said.command), ...target.fixed };
    await submit({ to: `${target.of}/${act.path}`, command, envelope, key: keys.get(target) ?? '' });
    return 'done';
  };
  const askAll = async (said: FormState, files: readonly File[]): Promise<void> => {
    leaving.current = new AbortController();
    setSending(true);
    const come = new Map([...outcomes].filter(([, outcome]) => outcome === 'done'));
    setOutcomes(new Map(come));
    for (const target of targets.filter((one) => !come.has(one))) {
      const outcome = await ask(target, said, files).catch((error: unknown): Outcome => error as Error);
      setOutcomes(new Map(come.set(target, outcome)));
      if (isPassing(outcome) || leaving.current.signal.aborted) break;
    }
    setSending(false);
    void queries.invalidateQueries();
    if (targets.every((target) => come.get(target) === 'done')) onDone();
  };
  return { outcomes, sending, askAll, stop };
}
