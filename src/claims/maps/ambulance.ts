/** Ambulance transports, at the claim or at a line. */
import { yesNo } from './links.ts';
import { beside, field, is, own } from './mapping.ts';
import { addressLinks } from './parties.ts';

/** CR1. */
export const AMBULANCE = {
  weightUnit: beside('weightPounds', 'LB'),
  weight: field('weightPounds'),
  reason: field('reason'),
  distanceUnit: is('DH'),
  distance: field('miles'),
  roundTrip: field('roundTripPurpose'),
  stretcher: field('stretcherPurpose'),
} as const;

/** CRC*07. */
export const AMBULANCE_CERTIFICATION = {
  category: is('07'),
  applies: yesNo('applies'),
  conditions: field('conditions'),
} as const;

/** NM1*PW: where the ambulance came to. */
export const PICK_UP = { name: { entity: is('PW'), type: is('2') }, ...addressLinks('') } as const;

/** NM1*45: where it went. */
export const DROP_OFF = {
  name: own<{ name?: string }, { entity: '45'; type: '2'; lastName?: string | undefined }>(
    'name',
    ({ name }) => ({ entity: '45', type: '2', lastName: name }),
    ({ lastName }) => ({ name: lastName }),
  ),
  ...addressLinks(),
} as const;
