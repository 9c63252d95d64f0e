using System.Diagnostics.CodeAnalysis;
using System.Text;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.PostQuantum;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Protocol.Sessions;

/// <summary>The fields of a saved <see cref="DeviceState"/>.</summary>
internal static class SavedDevice
{
    private const int Identity = 1;
    private const int RegistrationId = 2;
    private const int NextPreKeyId = 3;
    private const int SignedPreKey = 4;
    private const int OneTimePreKey = 5;
    private const int TrustedIdentity = 6;
    private const int Sessions = 7;
    private const int LastResortKyberPreKey = 8;
    private const int OneTimeKyberPreKey = 9;
    private const int LastResortBaseKey = 10;
    private const int NextKyberPreKeyId = 11;

    // A device that made none has no field for it.
    private const uint FirstKyberPreKeyId = 1;

    private const int Id = 1;
    private const int PrivateKey = 2;
    private const int Signature = 3;

    private const int Peer = 1;
    private const int Key = 2;
    private const int Current = 3;
    private const int Previous = 4;

    public static void Write(WireWriter writer, DeviceState state)
    {
        writer
            .Bytes(Identity, state.Identity.Private.Bytes)
            .Varint(RegistrationId, state.RegistrationId)
            .Varint(NextPreKeyId, state.NextPreKeyId)
            .Bytes(SignedPreKey, SavedState.Fields(fields => Write(fields, state.SignedPreKey.Id, state.SignedPreKey.KeyPair)
                .Bytes(Signature, state.SignedPreKey.Signature.Span)));
        foreach (PreKey preKey in state.OneTimePreKeys)
            writer.Bytes(OneTimePreKey, SavedState.Fields(fields => Write(fields, preKey.Id, preKey.KeyPair)));
        foreach (var (peer, key) in state.TrustedIdentities)
            writer.Bytes(TrustedIdentity, SavedState.Fields(fields => fields.Bytes(Peer, Encoding.UTF8.GetBytes(peer)).Bytes(Key, key.U)));
        foreach (var (peer, record) in state.Sessions)
            writer.Bytes(Sessions, SavedState.Fields(fields => Write(fields.Bytes(Peer, Encoding.UTF8.GetBytes(peer)), record)));
        if (state.LastResortKyberPreKey is { } lastResort)
            writer.Bytes(LastResortKyberPreKey, SavedState.Fields(fields => Write(fields, lastResort)));
        foreach (KyberPreKey preKey in state.OneTimeKyberPreKeys)
            writer.Bytes(OneTimeKyberPreKey, SavedState.Fields(fields => Write(fields, preKey)));
        foreach (DhPublicKey baseKey in state.LastResortBaseKeys)
            writer.Bytes(LastResortBaseKey, baseKey.U);
        writer.Varint(NextKyberPreKeyId, state.NextKyberPreKeyId == FirstKyberPreKeyId ? null : state.NextKyberPreKeyId);
    }

    private static void Write(WireWriter fields, SessionRecord record)
    {
        if (record.Current is { } current)
            fields.Bytes(Current, SavedState.Fields(inner => SavedSession.Write(inner, current)));
        foreach (SessionState session in record.Previous)
            fields.Bytes(Previous, SavedState.Fields(inner => SavedSession.Write(inner, session)));
    }

    private static WireWriter Write(WireWriter fields, uint id, DhKeyPair keyPair) =>
        fields.Varint(Id, id).Bytes(PrivateKey, keyPair.Private.Bytes);

    /// <summary>A post-quantum key pair is stored as the seed that it was made from.</summary>
    private static void Write(WireWriter fields, KyberPreKey preKey) =>
        fields.Varint(Id, preKey.Id).Bytes(PrivateKey, preKey.KeyPair.Seed).Bytes(Signature, preKey.Signature.Span);

    public static bool TryRead(ReadOnlySpan<byte> fields, [NotNullWhen(true)] out DeviceState? state)
    {
        state = null;
        DhKeyPair? identity = null;
        ulong registrationId = 0, nextPreKeyId = 0, nextKyberPreKeyId = FirstKyberPreKeyId;
        SignedPreKey? signedPreKey = null;
        List<PreKey> oneTimePreKeys = [];
        KyberPreKey? lastResort = null;
        List<KyberPreKey> oneTimeKyberPreKeys = [];
        List<DhPublicKey> lastResortBaseKeys = [];
        var identities = new SortedDictionary<string, DhPublicKey>(StringComparer.Ordinal);
        var sessions = new SortedDictionary<string, SessionRecord>(StringComparer.Ordinal);
        var reader = new WireReader(fields);
        while (reader.Next(out WireField field))
            switch (field.Number)
            {
                case Identity: identity = SavedState.KeyPair(field); break;
                case RegistrationId: registrationId = field.Value; break;
                case NextPreKeyId: nextPreKeyId = field.Value; break;
                case NextKyberPreKeyId: nextKyberPreKeyId = field.Value; break;
                case SignedPreKey when TryReadPreKey(field.Bytes) is (var signed, { Length: XEdDsa.SignatureSize } signature):
                    signedPreKey = new(signed.Id, signed.KeyPair, signature);
                    break;
                case OneTimePreKey when TryReadPreKey(field.Bytes) is (var preKey, null): oneTimePreKeys.Add(preKey); break;
                case TrustedIdentity when TryReadIdentity(field.Bytes, identities): break;
                case Sessions when TryReadSessions(field.Bytes, sessions): break;
                case LastResortKyberPreKey when TryReadKyberPreKey(field.Bytes) is { } kyber: lastResort = kyber; break;
                case OneTimeKyberPreKey when TryReadKyberPreKey(field.Bytes) is { } kyber: oneTimeKyberPreKeys.Add(kyber); break;
                case LastResortBaseKey when SavedState.PublicKey(field) is { } baseKey: lastResortBaseKeys.Add(baseKey); break;
                default: return false;
            }
        if (reader.Malformed || identity is null || signedPreKey is null)
            return false;
        // A session's peer has a name with an identity key: without one nothing could be received.
        if (!sessions.Keys.All(identities.ContainsKey))
            return false;
        if (!Ascend(oneTimePreKeys.Select(preKey => preKey.Id), nextPreKeyId) || !Ascend(oneTimeKyberPreKeys.Select(preKey => preKey.Id), nextKyberPreKeyId)
            || lastResort?.Id >= nextKyberPreKeyId || lastResortBaseKeys.Distinct().Count() < lastResortBaseKeys.Count)
            return false;
        state = new(identity, unchecked((uint)registrationId), unchecked((uint)nextPreKeyId), signedPreKey, oneTimePreKeys, identities, sessions)
        {
            NextKyberPreKeyId = unchecked((uint)nextKyberPreKeyId),
            LastResortKyberPreKey = lastResort,
            OneTimeKyberPreKeys = oneTimeKyberPreKeys,
            LastResortBaseKeys = lastResortBaseKeys,
        };
        return true;
    }

    /// <summary>Whether numbers ascend, and the next one is still free.</summary>
    private static bool Ascend(IEnumerable<uint> numbers, ulong next)
    {
        ulong free = 0;
        foreach (uint number in numbers)
        {
            if (number < free)
                return false;
            free = number + 1ul;
        }
        return free <= next;
    }

    private static KyberPreKey? TryReadKyberPreKey(ReadOnlySpan<byte> fields)
    {
        ulong? id = null;
        Kyber1024KeyPair? keyPair = null;
        byte[] signature = [];
        var reader = new WireReader(fields);
        while (reader.Next(out WireField field))
            switch (field.Number)
            {
                case Id: id = field.Value; break;
                case PrivateKey when field.Bytes.Length == 2 * Secret.Size: keyPair = Kyber1024KeyPair.FromSeed(field.Bytes); break;
                case Signature when field.Bytes.Length == XEdDsa.SignatureSize: signature = field.Bytes.ToArray(); break;
                default: return null;
            }
        return !reader.Malformed && id is { } number && keyPair is not null && signature.Length > 0
            ? new(unchecked((uint)number), keyPair, signature)
            : null;
    }

    private static (PreKey PreKey, byte[]? Signature)? TryReadPreKey(ReadOnlySpan<byte> fields)
    {
        ulong? id = null;
        DhKeyPair? keyPair = null;
        byte[]? signature = null;
        var reader = new WireReader(fields);
        while (reader.Next(out WireField field))
            switch (field.Number)
            {
                case Id: id = field.Value; break;
                case PrivateKey: keyPair = SavedState.KeyPair(field); break;
                case Signature: signature = field.Bytes.ToArray(); break;
                default: return null;
            }
        return !reader.Malformed && id is { } number && keyPair is not null ? (new(unchecked((uint)number), keyPair), signature) : null;
    }

    private static bool TryReadIdentity(ReadOnlySpan<byte> fields, SortedDictionary<string, DhPublicKey> identities)
    {
        string? peer = null;
        DhPublicKey? key = null;
        var reader = new WireReader(fields);
        while (reader.Next(out WireField field))
            switch (field.Number)
            {
                case Peer: peer = Encoding.UTF8.GetString(field.Bytes); break;
                case Key: key = SavedState.PublicKey(field); break;
                default: return false;
            }
        return !reader.Malformed && peer is not null && key is not null && identities.TryAdd(peer, key);
    }

    private static bool TryReadSessions(ReadOnlySpan<byte> fields, SortedDictionary<string, SessionRecord> sessions)
    {
        string? peer = null;
        SessionState? current = null;
        List<SessionState> previous = [];
        var reader = new WireReader(fields);
        while (reader.Next(out WireField field))
            switch (field.Number)
            {
                case Peer: peer = Encoding.UTF8.GetString(field.Bytes); break;
                case Current when SavedSession.TryRead(field.Bytes, out current): break;
                case Previous when previous.Count < SessionRecord.MostArchived && SavedSession.TryRead(field.Bytes, out SessionState? archived):
                    previous.Add(archived);
                    break;
                default: return false;
            }
        return !reader.Malformed && peer is not null && sessions.TryAdd(peer, new(current, previous));
    }
}
