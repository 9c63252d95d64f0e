using System.Diagnostics.CodeAnalysis;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.PostQuantum;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Protocol.Sessions;

/// <summary>The fields of a saved <see cref="SessionState"/>.</summary>
internal static class SavedSession
{
    private const int LocalIdentity = 1;
    private const int RemoteIdentity = 2;
    private const int BaseKey = 3;
    private const int PendingSignedPreKeyId = 4;
    private const int PendingPreKeyId = 5;
    private const int PendingSince = 6;
    private const int PendingFurther = 7;
    private const int Ratchet = 8;
    private const int PendingKyberPreKeyId = 9;
    private const int PendingKyberCiphertext = 10;

    public static void Write(WireWriter writer, SessionState state)
    {
        writer
            .Bytes(LocalIdentity, state.LocalIdentity.U)
            .Bytes(RemoteIdentity, state.RemoteIdentity.U)
            .Bytes(BaseKey, state.BaseKey.U);
        if (state.Pending is { } pending)
            writer
                .Varint(PendingSignedPreKeyId, pending.PreKeys.SignedPreKeyId)
                .Varint(PendingPreKeyId, pending.PreKeys.PreKeyId)
                .Varint(PendingSince, unchecked((ulong)pending.Since.ToUnixTimeMilliseconds()))
                .Bytes(PendingFurther, pending.Further.Span);
        writer.Bytes(Ratchet, SavedState.Fields(fields => SavedRatchet.Write(fields, state.Ratchet)));
        if (state.Pending?.PreKeys.Kyber is { } kyber)
            writer.Varint(PendingKyberPreKeyId, kyber.Id).Bytes(PendingKyberCiphertext, kyber.Ciphertext.Span);
    }

    public static bool TryRead(ReadOnlySpan<byte> fields, [NotNullWhen(true)] out SessionState? state)
    {
        state = null;
        DhPublicKey? local = null, remote = null, baseKey = null;
        ulong? signedPreKeyId = null, preKeyId = null, kyberPreKeyId = null;
        DateTimeOffset? since = null;
        byte[] further = [], ciphertext = [];
        RatchetState? ratchet = null;
        var reader = new WireReader(fields);
        while (reader.Next(out WireField field))
            switch (field.Number)
            {
                case LocalIdentity: local = SavedState.PublicKey(field); break;
                case RemoteIdentity: remote = SavedState.PublicKey(field); break;
                case BaseKey: baseKey = SavedState.PublicKey(field); break;
                case PendingSignedPreKeyId: signedPreKeyId = field.Value; break;
                case PendingPreKeyId: preKeyId = field.Value; break;
                case PendingSince when SavedState.Time(field) is { } time: since = time; break;
                case PendingFurther: further = field.Bytes.ToArray(); break;
                case Ratchet when SavedRatchet.TryRead(field.Bytes, out ratchet): break;
                case PendingKyberPreKeyId: kyberPreKeyId = field.Value; break;
                case PendingKyberCiphertext when field.Bytes.Length == Kyber1024.CiphertextSize: ciphertext = field.Bytes.ToArray(); break;
                default: return false;
            }
        if (reader.Malformed || local is null || remote is null || baseKey is null || ratchet is null)
            return false;
        UsedKyberPreKey? kyber = kyberPreKeyId is { } kyberId && ciphertext.Length > 0 ? new(unchecked((uint)kyberId), ciphertext) : null;
        PendingPreKey? pending = signedPreKeyId is { } id && since is { } opened
            ? new(new(unchecked((uint?)preKeyId), unchecked((uint)id), baseKey, kyber), opened, further)
            : null;
        state = new(local, remote, baseKey, pending, ratchet);
        return true;
    }
}
