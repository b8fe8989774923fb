/** Every behaviour of the store on both databases; one database of each kind for all suites, since starting one takes seconds. */
import { claimsSuite } from './claims.suite.ts';
import { denialsSuite } from './denials.suite.ts';
import { filesSuite } from './files.suite.ts';
import { ledgerSuite } from './ledger.suite.ts';
import { paymentsSuite } from './payments.suite.ts';
import { poolSuite } from './pool.suite.ts';
import { onBoth } from './stores.ts';

onBoth('store', (store) => {
  claimsSuite(store);
  filesSuite(store);
  ledgerSuite(store);
  paymentsSuite(store);
  denialsSuite(store);
  poolSuite(store);
});
