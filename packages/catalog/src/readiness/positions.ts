/** The article's position up front: kinds of apps, as phrases. */
export interface ReadinessPositions {
  readonly readyFor: readonly string[];
  readonly notReadyFor: readonly string[];
  readonly grayZone: readonly string[];
}

export const readinessPositions: ReadinessPositions = {
  readyFor: [
    'Internal tools of any size',
    'Consumer apps of independent makers',
    'Business software for fewer than about 1,000 users without regulatory requirements',
    'Prototypes and first products',
    'Projects that try out an idea with generated code',
  ],
  notReadyFor: [
    'Health care with patient data under HIPAA',
    'Payments beyond the card fields of Stripe Elements (PCI Level 1)',
    'Software sold to enterprises that require SOC 2',
    'Real-time apps: chat, collaboration, live data',
    'Apps that need an availability by contract',
    'Apps with hard performance limits, such as under 200 ms around the world',
  ],
  grayZone: [
    'Business software for 1,000 to 10,000 users',
    'Apps with light compliance needs: a privacy policy and GDPR',
    'Apps whose load grows in jumps',
  ],
};
