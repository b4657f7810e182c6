import { ChannelQueries } from './channel.queries.js';
import { ChannelResolver, OrganizationChannelsResolver, ProductChannelsResolver } from './channel.resolver.js';
import { ChannelService } from './channel.service.js';

export const channelProviders = [
  ChannelQueries,
  ChannelResolver,
  ChannelService,
  OrganizationChannelsResolver,
  ProductChannelsResolver,
];
