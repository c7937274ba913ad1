import { RequireRight, type Principal, CurrentAccount } from '@lookback/office/desk';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Heavy } from './heavy.js';
import { HeavyReads } from '@lookback/application/system';
import {
  EntriesAsked,
  EntriesExported,
  EntriesPage,
  EntriesPageAsked,
  EntryFacets,
  entryReaders,
  EntryReads,
  EntryWhole,
  EntryWorkbook,
  WholeEntries,
} from '@lookback/application/queries';
import { xlsx } from './imports.controller.js';
import { PositionParam, PositionPipe } from './position.pipe.js';

/** The event explorer: entries of every subject that the asker may see. */
@ApiTags('entries')
@Controller('entries')
export class EntriesController {
  constructor(
    private readonly reads: EntryReads,
    private readonly entries: WholeEntries,
    private readonly workbooks: EntryWorkbook,
  ) {}

  @Get()
  @RequireRight(...entryReaders)
  @ApiOperation({ operationId: 'entries', summary: 'Entries of the log as sentences, the newest first' })
  @ApiOkResponse({ type: EntriesPage })
  page(@Query() query: EntriesPageAsked, @CurrentAccount() who: Principal): Promise<EntriesPage> {
    return this.reads.page(query, who);
  }

  @Get('facets')
  @Heavy()
  @RequireRight(...entryReaders)
  @ApiOperation({ operationId: 'entryFacets', summary: 'How the entries that a filter leaves are spread' })
  @ApiOkResponse({ type: EntryFacets })
  facets(@Query() query: EntriesAsked, @CurrentAccount() who: Principal): Promise<EntryFacets> {
    return this.reads.facets(query, who);
  }

  @Get('export.xlsx')
  @Heavy()
  @RequireRight(...entryReaders)
  @ApiOperation({ operationId: 'exportEntries', summary: 'The newest 5,000 entries that a filter leaves, as a workbook' })
  @ApiProduces(xlsx)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async workbook(@Query() query: EntriesExported, @CurrentAccount() who: Principal, @Res() reply: FastifyReply): Promise<void> {
    const bytes = await HeavyReads.written(this.workbooks.write(query, who));
    void reply.type(xlsx).header('Content-Disposition', 'attachment; filename="entries.xlsx"').send(bytes);
  }

  @Get(':position')
  @RequireRight(...entryReaders)
  @PositionParam()
  @ApiOperation({ operationId: 'entry', summary: 'One entry as a whole' })
  @ApiOkResponse({ type: EntryWhole })
  whole(@Param('position', PositionPipe) position: number, @CurrentAccount() who: Principal): Promise<EntryWhole> {
    return this.entries.at(position, who);
  }
}
