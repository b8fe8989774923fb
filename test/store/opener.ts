/** Opens the data folder given and commits claim after claim, telling of each commit, until it is killed. */
import { insertClaims, openStore, transact } from '../../src/store/index.ts';
import { addPartner, newClaim } from './rows.ts';

const store = await openStore({ dataFolder: process.argv[2] ?? '' });
console.log('open');
const partnerId = await addPartner(store);
for (let count = 1; ; count++) {
  await transact(store, (tx) => insertClaims(tx, [newClaim(partnerId, `K${count}`)]));
  console.log(count);
}
