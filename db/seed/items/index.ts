import { developerQualification } from './developer-qualification.ts';
import { foodBusinessChange } from './food-business-change.ts';
import { foodBusiness } from './food-business.ts';
import type { ItemSeed } from './item-seed.ts';
import { medicalDevices } from './medical-devices.ts';
import { medicalInstitution } from './medical-institution.ts';
import { oversizeTransport } from './oversize-transport.ts';
import { presale } from './presale.ts';
import { waterAbstraction } from './water-abstraction.ts';

/** The demo items, with the flow that the first start publishes for each. */
export const itemSeeds: readonly ItemSeed[] = [
  waterAbstraction,
  foodBusiness,
  medicalInstitution,
  oversizeTransport,
  developerQualification,
  foodBusinessChange,
  presale,
  medicalDevices,
];
