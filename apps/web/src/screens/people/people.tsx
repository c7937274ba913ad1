import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { CommandDrawer } from '../../commands/command-drawer.js';
import type { Asking } from '../../commands/command-form.js';
import { ActButton } from '../../commands/act-button.js';
import type { CellsOwn } from '../register/list-columns.js';
import { RegisterList } from '../register/register-list.js';
import { PostsHeld } from './posts-held.js';

const columns = ['name', 'posts', 'phone', 'region', 'confirmed'];
const filters = ['confirmed'];
const beside = ['posts'];
const own: CellsOwn = { posts: (row) => <PostsHeld row={row} /> };
const widths = { posts: 320 };
const ticks = [{ label: 'people.withoutPost', asked: { posts: '0' } }] as const;

/** The officials of one's regions, by the beginning of a name, with the posts that they hold. */
export function People() {
  const navigate = useNavigate();
  const [asking, setAsking] = useState<Asking | null>(null);
  return (
    <>
      <RegisterList
        name="people"
        title="nav.people"
        {...{ columns, filters, beside, own, widths, ticks }}
        search={{ label: 'people.search', maxLength: 20 }}
        actions={() => <ActButton main path="register-person" of="/people" onAct={setAsking} />}
        empty={{ fits: 'people.empty', none: 'people.none' }}
      />
      <CommandDrawer
        asking={asking}
        onClose={() => setAsking(null)}
        onDone={({ id }) => void navigate({ to: '/people/$id', params: { id } })}
      />
    </>
  );
}
