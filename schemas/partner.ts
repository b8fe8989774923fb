/** A partner profile: everything Claimwire must know to exchange files with one clearinghouse or payer. */
import { z } from 'zod';
import { contact, text } from './fields.ts';

const identity = (what: string) =>
  z.strictObject({
    qualifier: z
      .enum(['01', '14', '20', '27', '28', '29', '30', '33', 'ZZ'], { error: 'an ISA qualifier such as ZZ' })
      .default('ZZ'),
    /** ISA06 / ISA08, at most 15 characters. */
    interchangeId: text(15),
    /** GS02 / GS03; the interchange id where not given. */
    groupId: z
      .string()
      .min(2)
      .max(15, { error: `2 to 15 characters for the ${what}'s GS id` })
      .optional(),
  });

/** Letters, digits, blanks, points and minus signs stand in data. */
const oneCharacter = (what: string) =>
  z
    .string()
    .regex(/^[^A-Za-z0-9 .-]$/s, { error: `one character as ${what}: no letter, digit, blank, point or minus` });

/** A secret by the environment variable or the file that holds it; never the secret itself. */
const secret = z.union([z.strictObject({ env: text(200) }), z.strictObject({ file: text(4096) })], {
  error: '{"env": "NAME"} or {"file": "path"}: a secret is never written into a profile',
});

const folder = z.string().min(1).max(1024);

/** SFTP connection and folders. */
export const sftp = z
  .strictObject({
    host: text(255),
    port: z.int().min(1).max(65535).default(22),
    user: text(255),
    password: secret.optional(),
    privateKey: secret.optional(),
    passphrase: secret.optional(),
    /** Pinned host keys as OpenSSH prints them: `SHA256:...`. Two while a key is being rotated. */
    hostKeys: z
      .array(
        z
          .string()
          .regex(/^SHA256:[A-Za-z0-9+/]{43}=?$/, { error: 'a fingerprint such as SHA256:... (ssh-keygen -lf)' }),
      )
      .min(1, { error: 'at least one pinned host key' })
      .max(4),
    /** Folder we put claims into. */
    outbound: folder,
    /** Folders we fetch answers from. */
    inbound: z.array(folder).min(1),
    /** Put under a temporary name, then rename. Off for servers that forbid renaming. */
    rename: z.boolean().default(true),
    temporarySuffix: z.string().min(1).max(16).default('.part'),
    /** What happens to a remote file once it is stored here. */
    afterDownload: z.union([z.enum(['leave', 'delete']), z.strictObject({ moveTo: folder })]).default('leave'),
    /** A file is taken when its size and time did not change for so many seconds. */
    stableSeconds: z.number().min(0).max(3600).default(5),
    timeoutSeconds: z.number().min(1).max(600).default(20),
  })
  .refine((value) => value.password !== undefined || value.privateKey !== undefined, {
    error: 'password or privateKey is needed',
    path: ['password'],
  });

/** How ready claims are gathered into files. */
export const batchPolicy = z.strictObject({
  everySeconds: z.number().min(0.2).max(86400).default(60),
  maxClaimsPerFile: z.int().min(1).max(100000).default(5000),
  maxClaimsPerSet: z.int().min(1).max(5000).default(100),
});

/** The profile. */
export const partner = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, { error: 'lower case letters, digits and hyphens, at most 40' }),
  name: text(60),
  usage: z.enum(['T', 'P'], { error: 'T (test) or P (production)' }),
  sftp,
  sender: identity('sender'),
  receiver: identity('receiver'),
  /** Submitter (loop 1000A) and receiver (loop 1000B) named in the claims; ids default to the interchange ids. */
  submitter: z.strictObject({
    name: text(60),
    id: text(80).optional(),
    contact: contact.refine((c) => c.phone ?? c.email ?? c.fax, { error: 'phone, email or fax', path: ['phone'] }),
  }),
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
  lineBreak: z.enum(['', '\n', '\r\n']).default(''),
  acknowledgmentRequested: z.boolean().default(true),
  /** Name of an outbound file. Known parts: {partner} {kind} {usage} {isa13} {date} {time}. */
  fileName: z
    .string()
    .max(120)
    .regex(/^[A-Za-z0-9._{}-]+$/, {
      error: 'letters, digits, . _ - and {partner} {kind} {usage} {isa13} {date} {time}',
    })
    .refine((name) => name.includes('{isa13}'), { error: 'a name with {isa13}, so that no two files share it' })
    .default('{partner}_{kind}_{usage}_{isa13}.x12'),
  batch: batchPolicy.prefault({}),
  pollSeconds: z.number().min(0.2).max(86400).default(600),
});

/** A checked partner profile. */
export type Partner = z.output<typeof partner>;
export type PartnerInput = z.input<typeof partner>;
