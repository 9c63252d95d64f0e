// What the library asks its host to keep, in maps of serialized values: a copy of the map is a copy of the state.
const key = (address) => `${address.name()}.${address.deviceId()}`;
const equal = (one, other) => Buffer.compare(one, other) === 0;

// The bases are abstract classes of the version that is loaded.
export function storesFor(signal) {
  class SessionStore extends signal.SessionStore {
    map = new Map();

    async saveSession(address, record) {
      this.map.set(key(address), record.serialize());
    }

    async getSession(address) {
      const saved = this.map.get(key(address));
      return saved ? signal.SessionRecord.deserialize(saved) : null;
    }

    async getExistingSessions(addresses) {
      return Promise.all(addresses.map((address) => this.getSession(address)));
    }
  }

  class IdentityStore extends signal.IdentityKeyStore {
    map = new Map();

    constructor(identity, registrationId) {
      super();
      this.identity = identity;
      this.registrationId = registrationId;
    }

    async getIdentityKey() {
      return this.identity;
    }

    async getLocalRegistrationId() {
      return this.registrationId;
    }

    async saveIdentity(address, identity) {
      const known = this.map.get(key(address));
      this.map.set(key(address), identity.serialize());
      const replaced = known !== undefined && !equal(known, identity.serialize());
      // A word of an enumeration in later versions, and there 1 is 'replaced'.
      return signal.IdentityChange ? Number(replaced) : replaced;
    }

    async isTrustedIdentity(address, identity) {
      const known = this.map.get(key(address));
      return known === undefined || equal(known, identity.serialize());
    }

    async getIdentity(address) {
      const known = this.map.get(key(address));
      return known ? signal.PublicKey.deserialize(known) : null;
    }
  }

  const keyStore = (base, record, names) => class extends base {
    map = new Map();

    async [names.save](id, value) {
      this.map.set(id, value.serialize());
    }

    async [names.get](id) {
      const saved = this.map.get(id);
      if (!saved) throw new Error(`There is no prekey ${id}.`);
      return record.deserialize(saved);
    }

    async removePreKey(id) {
      this.map.delete(id);
    }
  };

  const PreKeyStore = keyStore(signal.PreKeyStore, signal.PreKeyRecord, { save: 'savePreKey', get: 'getPreKey' });

  const SignedPreKeyStore = keyStore(
    signal.SignedPreKeyStore, signal.SignedPreKeyRecord, { save: 'saveSignedPreKey', get: 'getSignedPreKey' });

  // The oldest version has no such base.
  const KyberPreKeyStore = signal.KyberPreKeyStore && class extends keyStore(
    signal.KyberPreKeyStore, signal.KyberPreKeyRecord, { save: 'saveKyberPreKey', get: 'getKyberPreKey' }) {
    lastResortId = null;

    async markKyberPreKeyUsed(id) {
      if (id !== this.lastResortId) await this.removePreKey(id);
    }
  };

  class SenderKeyStore extends signal.SenderKeyStore {
    map = new Map();

    async saveSenderKey(sender, distributionId, record) {
      this.map.set(`${key(sender)}/${distributionId}`, record.serialize());
    }

    async getSenderKey(sender, distributionId) {
      const saved = this.map.get(`${key(sender)}/${distributionId}`);
      return saved ? signal.SenderKeyRecord.deserialize(saved) : null;
    }
  }

  return { SessionStore, IdentityStore, PreKeyStore, SignedPreKeyStore, KyberPreKeyStore, SenderKeyStore };
}
