using System.Diagnostics.CodeAnalysis;
using System.Text;
using CryptoLessons.Protocol.Curve25519;
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
    private const int Session = 6;

    private const int Id = 1;
    private const int PrivateKey = 2;

    private const int Peer = 1;
    private const int State = 2;

    public static void Write(WireWriter writer, DeviceState state)
    {
        writer
            .Bytes(Identity, state.Identity.Private.Bytes)
            .Varint(RegistrationId, state.RegistrationId)
            .Varint(NextPreKeyId, state.NextPreKeyId)
            .Bytes(SignedPreKey, PreKeyFields(state.SignedPreKey));
        foreach (PreKey preKey in state.OneTimePreKeys)
            writer.Bytes(OneTimePreKey, PreKeyFields(preKey));
        foreach (var (peer, session) in state.Sessions)
            writer.Bytes(Session, SavedState.Fields(fields => fields
                .Bytes(Peer, Encoding.UTF8.GetBytes(peer))
                .Bytes(State, SavedState.Fields(inner => SavedSession.Write(inner, session)))));
    }

    private static byte[] PreKeyFields(PreKey preKey) =>
        SavedState.Fields(fields => fields.Varint(Id, preKey.Id).Bytes(PrivateKey, preKey.KeyPair.Private.Bytes));

    public static bool TryRead(ReadOnlySpan<byte> fields, [NotNullWhen(true)] out DeviceState? state)
    {
        state = null;
        DhKeyPair? identity = null;
        ulong registrationId = 0, nextPreKeyId = 0;
        PreKey? signedPreKey = null;
        List<PreKey> oneTimePreKeys = [];
        var sessions = new SortedDictionary<string, SessionState>(StringComparer.Ordinal);
        var reader = new WireReader(fields);
        while (reader.Next(out WireField field))
            switch (field.Number)
            {
                case Identity: identity = SavedState.KeyPair(field); break;
                case RegistrationId: registrationId = field.Value; break;
                case NextPreKeyId: nextPreKeyId = field.Value; break;
                case SignedPreKey: signedPreKey = TryReadPreKey(field.Bytes); break;
                case OneTimePreKey when TryReadPreKey(field.Bytes) is { } preKey: oneTimePreKeys.Add(preKey); break;
                case Session when TryReadSession(field.Bytes, sessions): break;
                default: return false;
            }
        if (reader.Malformed || identity is null || signedPreKey is null)
            return false;
        state = new(identity, unchecked((uint)registrationId), unchecked((uint)nextPreKeyId), signedPreKey, oneTimePreKeys, sessions);
        return true;
    }

    private static PreKey? TryReadPreKey(ReadOnlySpan<byte> fields)
    {
        ulong? id = null;
        DhKeyPair? keyPair = null;
        var reader = new WireReader(fields);
        while (reader.Next(out WireField field))
            switch (field.Number)
            {
                case Id: id = field.Value; break;
                case PrivateKey: keyPair = SavedState.KeyPair(field); break;
                default: return null;
            }
        return !reader.Malformed && id is { } number && keyPair is not null ? new(unchecked((uint)number), keyPair) : null;
    }

    private static bool TryReadSession(ReadOnlySpan<byte> fields, SortedDictionary<string, SessionState> sessions)
    {
        string? peer = null;
        SessionState? session = null;
        var reader = new WireReader(fields);
        while (reader.Next(out WireField field))
            switch (field.Number)
            {
                case Peer: peer = Encoding.UTF8.GetString(field.Bytes); break;
                case State when SavedSession.TryRead(field.Bytes, out session): break;
                default: return false;
            }
        return !reader.Malformed && peer is not null && session is not null && sessions.TryAdd(peer, session);
    }
}
