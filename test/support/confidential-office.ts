import { Receipt } from '@lookback/office/desk';
import { streamName } from '@lookback/kernel';
import { openOffice } from './office.js';
import { ProblemOffice } from './problem-office.js';
import { type Colleague, county, mustBe, newcomer } from './staff.js';
import { dossierPart } from './toys/dossier/dossier.js';

const nation = 'CN';
/** In the county: what second persons ask and answer is of today. */
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
/** What only the circle may come to read. */
export const secretWords = '雷霆行动线索';

/** A paper that says nothing. */
const pdf = '%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';

/** An office in which a confidential kind of subject is mounted: one inspector is in the circle, and all others hold their rights in the nation. */
export class ConfidentialOffice {
  private constructor(
    readonly near: ProblemOffice,
    /** Of the circle. */
    readonly insider: Colleague,
    /** By what they are: each holds every right of such an account, in the whole nation. */
    readonly outsiders: ReadonlyMap<string, Colleague>,
  ) {}

  static async open(): Promise<ConfidentialOffice> {
    const near = await ProblemOffice.over(await openOffice('PostgreSQL', [dossierPart]));
    const { ask } = near.office;
    await near.lived('ZG-2018-0001', 'found', 'handedOver', 'accepted');
    const hired = (login: string, rights: readonly string[], regions: readonly string[]) =>
      newcomer(ask, near.staff, { login, rights, regions });
    const outsiders = new Map<string, Colleague>([['first administrator', near.staff.admin]]);
    for (const [name, rights] of [
      ['administrator', ['administer', 'standards']],
      ['auditor', ['audit', 'read-audit-log']],
      ['inspector', ['inspect', 'audit', 'read-audit-log']],
      ['recorder', ['record', 'review', 'approve', 'hand-over', 'verify', 'cancel', 'report-late', 'confirm']],
    ] as const)
      outsiders.set(name, await hired(`far.${name}`, rights, [nation]));
    return new ConfidentialOffice(near, await hired('insider', ['inspect'], [county]), outsiders);
  }

  /** As the inspector of the circle. */
  async asks(path: string, command: object, effectiveOn = '2018-06-01'): Promise<Receipt> {
    const body = { command, envelope: { effectiveOn } };
    return (await mustBe(201, this.near.office.ask('POST', `/dossiers/${path}?wait=projected`, body, this.insider.token))).as(Receipt);
  }

  /** A dossier with a note that is to be struck out, and a paper; what routes and parameters would call it by. */
  async dossier(): Promise<Readonly<Record<'id' | 'entry' | 'position' | 'digest', string>>> {
    const { ask, system } = this.near.office;
    const { id } = await this.asks('open-dossier', { county, circle: [this.insider.person], words: secretWords });
    await this.asks(`${id}/note`, { words: secretWords });
    const uploaded = ask('POST', `/dossiers/${id}/attachments`, pdf, this.insider.token, { 'content-type': 'application/pdf' });
    const { digest } = JSON.parse((await mustBe(201, uploaded)).text) as { digest: string };
    const [first, note] = await system.log.readStream(streamName('dossier', id));
    await this.asks(`${id}/propose-retraction`, { original: note?.id, supersedes: note?.id, reason: secretWords }, today);
    return { id, entry: first?.id ?? '', position: String(first?.position), digest };
  }

  close(): Promise<void> {
    return this.near.close();
  }
}
