import { sizeInWords, limits as sizes } from '../../files/limits.js';

/** `bcf help limits`. */
export const limits = `What is read, and how large it may be

  ${sizeInWords(sizes.agreementBytes)}   agreement.yaml
  ${sizeInWords(sizes.fileBytes)}   any other file: a ledger, controls.csv, a published table
  ${sizeInWords(sizes.recordBytes)}     a record of a close, which holds rows of all ledgers

  a row of a ledger or a published table   65,536 characters; of a longer line the first 65,536 are looked at
  an amount                                15 digits of pounds: more are two amounts run together, or a slip

There is no limit to the rows of a file but its size: they are read one at a time, and add to balances.

A file that is larger is refused, and so is what is no file: a device, a pipe, a folder where a file belongs. Links
are followed inside the fund folder, to a file or a folder in it. A link that leads out of it is refused, for a fund
is what stands in its folder. The fund folder itself may be reached by a link, and may be on a shared drive.

What bcf writes goes to a new file under a hidden name that ends in .bcf-tmp, which then takes the place of the old
one and has its permissions. What an interrupted run left under such a name is removed by the next that writes there.
`;
