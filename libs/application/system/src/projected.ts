import { NotReached, Projector } from '@lookback/log/read-model';
import { Projected } from '@lookback/office/desk';
import { Injectable } from '@nestjs/common';

/** Longer than this nobody waits with an open request: what was recorded stays recorded. */
const timeoutMs = 10_000;

/** Fills the desk's port with this process's projector. */
@Injectable()
export class ProjectedByProjector extends Projected {
  constructor(private readonly projector: Projector) {
    super();
  }

  async reached(position: number): Promise<void> {
    await this.projector.reached(position, { timeoutMs }).catch((error: unknown) => {
      if (!(error instanceof NotReached)) throw error;
    });
  }
}
