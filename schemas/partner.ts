/** A partner profile: everything Claimwire must know to exchange files with one clearinghouse or payer. */
import { z } from 'zod';
import { contact, text } from './fields.ts';
import { rulePack } from './rule-pack.ts';

/** What an object holds, as the message; a key that is not known keeps its own. */
const keysOf = (what: string) => (found: { code?: string }) => (found.code === 'unrecognized_keys' ? undefined : what);

const yesNo = z.boolean({ error: 'true or false' });

/** Seconds within bounds. */
const seconds = (min: number, max: number) => {
  const error = `a number of seconds from ${min} to ${max}`;
  return z.number({ error }).min(min, { error }).max(max, { error });
};

/** A whole number within bounds. */
const whole = (min: number, max: number) => {
  const error = `a whole number from ${min} to ${max}`;
  return z.int({ error }).min(min, { error }).max(max, { error });
};

const identity = (what: string) =>
  z.strictObject(
    {
      qualifier: z
        .enum(['01', '14', '20', '27', '28', '29', '30', '33', 'ZZ'], { error: 'an ISA qualifier such as ZZ' })
        .default('ZZ'),
      /** ISA06 / ISA08, at most 15 characters. */
      interchangeId: text(15),
      /** GS02 / GS03; the interchange id where not given. */
      groupId: z
        .string({ error: `2 to 15 characters for the ${what}'s GS id` })
        .min(2, { error: `2 to 15 characters for the ${what}'s GS id` })
        .max(15, { error: `2 to 15 characters for the ${what}'s GS id` })
        .optional(),
    },
    { error: keysOf(`the ${what}'s ids: {"qualifier", "interchangeId", "groupId"}`) },
  );

/** Letters, digits, blanks, points and minus signs stand in data. */
const oneCharacter = (what: string) => {
  const error = `one character as ${what}: no letter, digit, blank, point or minus`;
  return z.string({ error }).regex(/^[^A-Za-z0-9 .-]$/s, { error });
};

/** A secret by the environment variable or the file that holds it; never the secret itself. */
const secret = z.union([z.strictObject({ env: text(200) }), z.strictObject({ file: text(4096) })], {
  error: '{"env": "NAME"} or {"file": "path"}: a secret is never written into a profile',
});

const FOLDER = { error: 'a folder of the server such as "/inbound"' };
const folder = z.string(FOLDER).min(1, FOLDER).max(1024, FOLDER);

const FINGERPRINT = { error: 'a fingerprint such as SHA256:... (ssh-keygen -lf)' };
const SUFFIX = { error: 'an ending of 1 to 16 letters, digits, . _ - such as ".part"' };
const AFTER = { error: 'leave, delete or {"moveTo": "/folder"}' };

/** SFTP connection and folders. */
export const sftp = z
  .strictObject(
    {
      host: text(255),
      port: whole(1, 65535).default(22),
      user: text(255),
      password: secret.optional(),
      privateKey: secret.optional(),
      passphrase: secret.optional(),
      /** Pinned host keys as OpenSSH prints them: `SHA256:...`. Two while a key is being rotated. */
      hostKeys: z
        .array(z.string(FINGERPRINT).regex(/^SHA256:[A-Za-z0-9+/]{43}=?$/, FINGERPRINT), {
          error: 'a list of pinned host keys such as SHA256:... (ssh-keygen -lf)',
        })
        .min(1, { error: 'at least one pinned host key' })
        .max(4, { error: 'at most 4 pinned host keys' }),
      /** Folder we put claims into. */
      outbound: folder,
      /** Folders we fetch answers from. */
      inbound: z.array(folder, { error: 'a list of folders' }).min(1, { error: 'at least one folder' }),
      /** Put under a temporary name, then rename. Off for servers that forbid renaming. */
      rename: yesNo.default(true),
      temporarySuffix: z
        .string(SUFFIX)
        .regex(/^[A-Za-z0-9._-]{1,16}$/, SUFFIX)
        .default('.part'),
      /** What happens to a remote file once it is stored here. */
      afterDownload: z.union([z.enum(['leave', 'delete']), z.strictObject({ moveTo: folder })], AFTER).default('leave'),
      /** A file is taken when its size and time did not change for so many seconds. */
      stableSeconds: seconds(0, 3600).default(5),
      timeoutSeconds: seconds(1, 600).default(20),
    },
    { error: keysOf('how to reach the server: {"host", "user", "hostKeys", "outbound", "inbound", ...}') },
  )
  .refine((value) => value.password !== undefined || value.privateKey !== undefined, {
    error: 'password or privateKey is needed',
    path: ['password'],
  });

/** How ready claims are gathered into files. */
export const batchPolicy = z.strictObject(
  {
    everySeconds: seconds(0.2, 86400).default(60),
    maxClaimsPerFile: whole(1, 100000).default(5000),
    maxClaimsPerSet: whole(1, 5000).default(100),
    /** A claim that is larger by itself goes alone. */
    maxBytesPerFile: whole(10_000, 1_000_000_000).optional(),
    onePayerPerFile: yesNo.default(false),
  },
  {
    error: keysOf('{"everySeconds", "maxClaimsPerFile", "maxClaimsPerSet", "maxBytesPerFile", "onePayerPerFile"}'),
  },
);

const REPLACEMENT = { error: 'nothing, or one of capital letter, digit, blank, point and minus' };

/** What is done with characters that files can't hold, or the partner doesn't want. */
export const textPolicy = z.strictObject(
  {
    /** A delimiter in a name, an address or a note: the claim is held, or the delimiter is replaced and a warning says so. */
    onDelimiter: z.enum(['refuse', 'replace'], { error: 'refuse or replace' }).default('refuse'),
    replaceWith: z
      .string(REPLACEMENT)
      .regex(/^[A-Z0-9 .-]?$/, REPLACEMENT)
      .default(' '),
    /** The character set of X12 that texts are held to. */
    characters: z.enum(['basic', 'extended'], { error: 'basic or extended' }).default('extended'),
    /** Accented letters, curly quotes and the like by plain ones (lower case by capitals where basic); a warning says so. */
    transliterate: yesNo.default(true),
  },
  { error: keysOf('{"onDelimiter", "replaceWith", "characters", "transliterate"}') },
);

const version = (known: readonly [string, ...string[]]) =>
  z.enum(known, { error: `one of ${known.join(', ')}` }).default(known[0]);

const ID = { error: 'lower case letters, digits and hyphens, at most 40' };
const SUBMITTER = 'who submits: {"name", "contact"}';
const NAME = { error: 'letters, digits, . _ - and {partner} {kind} {usage} {isa13} {date} {time}' };

/** What a file name may be put together from. */
const NAME_PARTS: ReadonlySet<string> = new Set(['partner', 'kind', 'usage', 'isa13', 'date', 'time']);

const hasKnownParts = (name: string) =>
  !/[{}]/.test(name.replace(/\{(\w+)\}/g, (whole, part) => (NAME_PARTS.has(part) ? '' : whole)));

const PACK = { error: 'a rule pack: the path of its JSON file, its id, or the pack itself' };
const PACK_NAME = z.string(PACK).min(1, PACK).max(4096, PACK);

/** The profile. */
export const partner = z.strictObject(
  {
    id: z.string(ID).regex(/^[a-z0-9][a-z0-9-]{0,39}$/, ID),
    name: text(60),
    usage: z.enum(['T', 'P'], { error: 'T (test) or P (production)' }),
    sftp,
    sender: identity('sender'),
    receiver: identity('receiver'),
    /** Submitter (loop 1000A) and receiver (loop 1000B) named in the claims; ids default to the interchange ids. */
    submitter: z.strictObject(
      {
        name: text(60),
        id: text(80).optional(),
        contact: contact.refine((c) => c.phone ?? c.email ?? c.fax, { error: 'phone, email or fax', path: ['phone'] }),
      },
      { error: keysOf(SUBMITTER) },
    ),
    receiverName: text(60),
    receiverId: text(80).optional(),
    delimiters: z
      .strictObject({
        element: oneCharacter('element separator').default('*'),
        component: oneCharacter('component separator').default(':'),
        repetition: oneCharacter('repetition separator').default('^'),
        segment: oneCharacter('segment terminator').default('~'),
      })
      .default({ element: '*', component: ':', repetition: '^', segment: '~' })
      .refine((d) => new Set([d.element, d.component, d.repetition, d.segment]).size === 4, {
        error: 'four different characters',
      }),
    /** Text after each segment terminator. */
    lineBreak: z
      .enum(['', '\n', '\r\n'], { error: 'nothing, a line feed, or carriage return and line feed' })
      .default(''),
    text: textPolicy.prefault({}),
    /** GS08 and ST03 by kind of claim. */
    versions: z
      .strictObject(
        {
          professional: version(['005010X222A1', '005010X222A2', '005010X222']),
          institutional: version(['005010X223A2', '005010X223A3', '005010X223A1', '005010X223']),
          dental: version(['005010X224A2', '005010X224A3', '005010X224A1', '005010X224']),
        },
        { error: keysOf('{"professional", "institutional", "dental"}') },
      )
      .prefault({}),
    acknowledgmentRequested: yesNo.default(true),
    /** Name of an outbound file. Known parts: {partner} {kind} {usage} {isa13} {date} {time}. */
    fileName: z
      .string(NAME)
      .max(120, { error: 'at most 120 characters' })
      .regex(/^[A-Za-z0-9._{}-]+$/, NAME)
      .refine(hasKnownParts, NAME)
      .refine((name) => name.includes('{isa13}'), { error: 'a name with {isa13}, so that no two files share it' })
      .default('{partner}_{kind}_{usage}_{isa13}.x12'),
    batch: batchPolicy.prefault({}),
    pollSeconds: seconds(0.2, 86400).default(600),
    /** What the partner and its payers ask of claims: files beside the profile, ids of those in `rules/`, or the packs themselves. */
    rulePacks: z
      .array(z.union([PACK_NAME, rulePack], PACK), { error: 'a list of rule packs' })
      .max(50, { error: 'at most 50 rule packs' })
      .default([]),
  },
  { error: keysOf('a profile: keys and values') },
);

/** A checked partner profile. */
export type Partner = z.output<typeof partner>;
export type PartnerInput = z.input<typeof partner>;
