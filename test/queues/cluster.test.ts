import { testContract } from './contract.ts';
import { cluster } from './settings.ts';

testContract(cluster);
