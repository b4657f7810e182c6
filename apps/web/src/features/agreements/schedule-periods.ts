export { periodsOf, splitEvenly, type SchedulePeriod as Period, type ScheduleSplit as Split } from '@lienket/domain';
