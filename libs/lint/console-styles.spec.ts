import { expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../apps/web/src');
type Files = Readonly<Record<string, string>>;

/** The files of the console with one of these endings, by path. */
const filesOf = (ending: RegExp): Files =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => ending.test(file))
      .map((file) => [file, readFileSync(`${root}/${file}`, 'utf8')]),
  );

/** Stylesheets without a component of their name beside them that imports them; those of a folder of images and the base have none. */
const withoutComponent = (styles: Files, components: Files): string[] =>
  Object.keys(styles)
    .filter((file) => file !== 'base.css' && !file.includes('/marks/'))
    .filter((file) => !components[file.replace('.css', '.tsx')]?.includes(`import './${file.split('/').at(-1) ?? ''}'`));

/** Classes that have a style and that no component gives; those of antd are given by antd, and `tag-bad` by `tag-${…}`. */
function unusedClasses(styles: Files, components: Files): string[] {
  const selectors = Object.values(styles)
    .map((style) => style.replace(/\/\*.*?\*\//gs, '').replace(/\{[^{}]*\}/g, '{}'))
    .join('\n');
  const source = Object.values(components).join('\n');
  const beginning = (name: string) => name.slice(0, name.lastIndexOf('-') + 1);
  const given = (name: string) =>
    new RegExp(`['"\` ]${name}['"\` ]`).test(source) || (name.includes('-') && source.includes(`${beginning(name)}\${`));
  const named = new Set([...selectors.matchAll(/\.([a-z][\w-]*)/g)].map(([, name = '']) => name));
  return [...named].filter((name) => !/^ant(-|icon)/.test(name) && !given(name));
}

const styles = filesOf(/\.css$/);
const components = filesOf(/\.tsx$/);

it('a component’s styles stand beside it, and no file of them is long', () => {
  expect(withoutComponent(styles, components)).toEqual([]);
  expect(Object.entries(styles).filter(([, style]) => style.split('\n').length > 201)).toEqual([]);
});

it('every class that has a style is given by a component', () => {
  expect(unusedClasses(styles, components)).toEqual([]);
});

it('styles without a component, and a class that none gives, are found', () => {
  const bad = { 'components/tag.css': '.tag-bad { color: red; }\n.struck.gone { margin: 0; }', 'forms/lost.css': '' };
  const good = { 'components/tag.tsx': 'import \'./tag.css\';\n<b className={`tag tag-${tone}`}><i className="struck" />' };
  expect(withoutComponent(bad, good)).toEqual(['forms/lost.css']);
  expect(unusedClasses(bad, good)).toEqual(['gone']);
});
