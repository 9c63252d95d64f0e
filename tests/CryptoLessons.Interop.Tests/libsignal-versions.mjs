// Where the versions of Signal's library differ, as far as the bridge notices.
const versions = {
  '0.22.0': { profile: 'x3dh' },
  '0.60.2': { profile: 'pqxdh', kyber: true },
  '0.90.0': { profile: 'triple', kyber: true },
  '0.103.0': { profile: 'triple', kyber: true, ownAddress: true },
};

// profile: what it speaks; kyber: its bundles have a Kyber prekey, and a store keeps them; ownAddress: sessions are asked for between two addresses.
export async function load(version) {
  if (!Object.hasOwn(versions, version ?? '')) throw new Error(`The argument is one of ${Object.keys(versions).join(', ')}.`);
  const installed = await import(`libsignal-${version}`);
  // The older ones are CommonJS, whose exports stand behind the default one.
  return { kyber: false, ownAddress: false, ...versions[version], signal: installed.default ?? installed };
}
