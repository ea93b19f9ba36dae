import type { ComparisonStore } from '#core/comparisons/comparison-store.ts';
import { LateStore } from '../storage/late.ts';

type Given<Method extends keyof ComparisonStore> = Parameters<ComparisonStore[Method]>;

/** The comparisons before the database's code is here. */
export class LateComparisonStore extends LateStore<ComparisonStore> implements ComparisonStore {
  save = async (...given: Given<'save'>) => (await this.store()).save(...given);
  get = async (...given: Given<'get'>) => (await this.store()).get(...given);
  watchList = (...given: Given<'watchList'>) => this.watch((store) => store.watchList(...given));
  saveMatrix = async (...given: Given<'saveMatrix'>) => (await this.store()).saveMatrix(...given);
  getMatrix = async (...given: Given<'getMatrix'>) => (await this.store()).getMatrix(...given);
  watchMatrices = (...given: Given<'watchMatrices'>) => this.watch((store) => store.watchMatrices(...given));
  delete = async (...given: Given<'delete'>) => (await this.store()).delete(...given);
  undelete = async (...given: Given<'undelete'>) => (await this.store()).undelete(...given);
  sweep = async (...given: Given<'sweep'>) => (await this.store()).sweep(...given);
  addOutputs = async (...given: Given<'addOutputs'>) => (await this.store()).addOutputs(...given);
  outputs = async (...given: Given<'outputs'>) => (await this.store()).outputs(...given);
  removeOutputs = async (...given: Given<'removeOutputs'>) => (await this.store()).removeOutputs(...given);
  addVote = async (...given: Given<'addVote'>) => (await this.store()).addVote(...given);
  removeVote = async (...given: Given<'removeVote'>) => (await this.store()).removeVote(...given);
  watchVotes = () => this.watch((store) => store.watchVotes());
  count = async () => (await this.store()).count();
  exportAll = async (...given: Given<'exportAll'>) => (await this.store()).exportAll(...given);
  importAll = async (...given: Given<'importAll'>) => (await this.store()).importAll(...given);
}
