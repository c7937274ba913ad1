// Lets a plain Node process import the product's TypeScript, so that a spec can watch one under a memory limit of its own.
import { readFile } from 'node:fs/promises';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { transform } from '@swc/core';

if (isMainThread) register(import.meta.url);

const libs = new URL('../../../', import.meta.url);

export function resolve(specifier, context, next) {
  if (specifier.startsWith('@lookback/')) return { url: new URL(`${specifier.slice(10)}/src/index.ts`, libs).href, shortCircuit: true };
  const ours = specifier.startsWith('.') && context.parentURL?.endsWith('.ts');
  return ours ? { url: new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL).href, shortCircuit: true } : next(specifier, context);
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const jsc = { target: 'es2022', parser: { syntax: 'typescript', decorators: true }, transform: { legacyDecorator: true } };
  const { code } = await transform(await readFile(fileURLToPath(url), 'utf8'), { swcrc: false, jsc, module: { type: 'es6' } });
  return { format: 'module', source: code, shortCircuit: true };
}
