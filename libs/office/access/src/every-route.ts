import type { INestApplicationContext, Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { WHO_MAY } from '@lookback/office/desk';

/**
 * To be called before the server listens: walks the routes of every controller.
 * @throws Error naming each `Controller.method` that does not say who may ask it.
 */
export function assertEveryRouteSaysWhoMay(app: INestApplicationContext): void {
  const modules = [...app.get(ModulesContainer).values()];
  const controllers = new Set(modules.flatMap(({ controllers }) => [...controllers.values()].map(({ metatype }) => metatype as Type)));
  const silent = [...controllers].flatMap(silentRoutesOf);
  if (silent.length > 0) throw new Error(`these routes do not say who may ask them: ${silent.join(', ')}`);
}

function silentRoutesOf(controller: Type): string[] {
  if (Reflect.hasMetadata(WHO_MAY, controller)) return [];
  const prototype = controller.prototype as Record<string, object>;
  return new MetadataScanner()
    .getAllMethodNames(prototype)
    .filter((name) => isRoute(prototype[name]) && !Reflect.hasMetadata(WHO_MAY, prototype[name] as object))
    .map((name) => `${controller.name}.${name}`);
}

const isRoute = (method: object | undefined): boolean =>
  method !== undefined && Reflect.hasMetadata(PATH_METADATA, method) && Reflect.hasMetadata(METHOD_METADATA, method);
