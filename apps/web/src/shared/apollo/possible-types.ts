/** Types that stand behind an interface of the contract: without them the cache cannot match `... on DomainError`. */
export const possibleTypes = { DomainError: ['Refused', 'VersionConflict', 'RowsRefused'] };
