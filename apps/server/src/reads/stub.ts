import { NotImplementedException } from '@nestjs/common';
export const stub = (): never => {
  throw new NotImplementedException();
};
