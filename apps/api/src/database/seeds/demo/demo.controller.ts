import { Controller, Get, Inject, NotFoundException } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Authority } from '../../../platform/auth/authority.js';
import { CONFIG, type Config } from '../../../platform/config.js';
import { demoSignIns, type DemoSignIn } from './load-demo.js';

/** Accounts for trying the system, shown on the sign-in page; only where the demo world is. */
@Controller('demo')
@Authority('PUBLIC')
export class DemoController {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('sign-ins')
  async signIns(): Promise<readonly DemoSignIn[]> {
    if (!this.config.demo) throw new NotFoundException();
    return demoSignIns(this.dataSource);
  }
}
