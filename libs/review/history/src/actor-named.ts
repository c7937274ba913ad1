import type { Actor, Householder, InBoth } from '@lookback/kernel';
import { proxyKinds, signMethods } from '@lookback/office/desk';
import { type PostKind, postKinds } from '@lookback/office/registry';
import type { Names } from './names.js';
import { together } from './recorder-named.js';

/** Who acted: an official with the post of the day, or a member of a household, with how that was signed; all of it in words. */
export type ActorNamed = Actor & InBoth & { readonly name: string | null; readonly unitName: string | null };

/** Under which the journal keeps every act of a member of a household. */
export const householderKey = 'householder';
/** What those who act so are called together. */
export const householders: InBoth = { en: 'members of households', zh: '农户成员' };

/** `members` gives the names of those who ever were of the household whose history is told; null where that is erased. */
export function actorNamed(actor: Actor, names: Names, members: ReadonlyMap<string, string | null>): ActorNamed {
  if ('member' in actor) {
    const name = members.get(actor.member) ?? null;
    return { ...actor, name, unitName: null, ...actedAs(actor, members.has(actor.member) ? ofHousehold(name) : ofAnother) };
  }
  const [name, unitName] = [names.official(actor.person), names.unit(actor.unit)];
  const post = postKinds[actor.post as string as PostKind] as InBoth | undefined;
  return { ...actor, name, unitName, en: together(name, post?.en, unitName), zh: together(name, post?.zh, unitName) };
}

const ofHousehold = (name: string | null): InBoth => ({
  en: name === null ? 'a member of the household' : `${name} of the household`,
  zh: name === null ? '户内成员' : `户内成员 ${name}`,
});
const ofAnother: InBoth = { en: 'a member of another household', zh: '其他农户成员' };

function actedAs({ how, proxy }: Householder, who: InBoth): InBoth {
  const sign = signMethods[how as string as keyof typeof signMethods] as InBoth | undefined;
  const hand = proxy && (proxyKinds[proxy as string as keyof typeof proxyKinds] as InBoth | undefined);
  return {
    en: `${who.en}, ${proxy ? `through ${hand?.en ?? proxy}` : 'in person'} (${sign?.en ?? how})`,
    zh: `${who.zh}${proxy ? `，由${hand?.zh ?? proxy}代办` : '本人办理'}（${sign?.zh ?? how}）`,
  };
}
