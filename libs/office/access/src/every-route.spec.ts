import { afterEach, expect, it } from '@jest/globals';
import { Controller, Get, type INestApplicationContext, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { RequireRight, Open } from '@lookback/office/desk';
import { assertEveryRouteSaysWhoMay } from './every-route.js';

@Controller('careful')
class Careful {
  @Get()
  @RequireRight('record')
  read(): string {
    return this.helping();
  }

  helping(): string {
    return '';
  }
}

@Controller('open')
@Open('everyone')
class WholeControllerOpen {
  @Get()
  read(): string {
    return '';
  }
}

@Controller('careless')
class Careless {
  @Get()
  @RequireRight('record')
  read(): string {
    return '';
  }

  @Get('all')
  readAll(): string {
    return '';
  }
}

class Inherits extends Careless {}
Controller('heir')(Inherits);

let app: INestApplicationContext;
const appOf = async (...controllers: Type[]) => {
  @Module({ controllers })
  class Server {}
  app = await NestFactory.createApplicationContext(Server, { logger: false });
  return app;
};
afterEach(() => app.close());

it('lets an application start whose routes all say who may ask them', async () => {
  const careful = await appOf(Careful, WholeControllerOpen);
  expect(() => {
    assertEveryRouteSaysWhoMay(careful);
  }).not.toThrow();
});

it.each([[Careless], [Inherits]])('refuses one that has a route which does not, by name', async (controller) => {
  const careless = await appOf(Careful, controller);
  expect(() => {
    assertEveryRouteSaysWhoMay(careless);
  }).toThrow(new Error(`these routes do not say who may ask them: ${controller.name}.readAll`));
});
