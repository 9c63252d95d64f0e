using System.Diagnostics.CodeAnalysis;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Protocol.Transparency;

/// <summary>What the operator of a log vouches for at one moment: so many leaves, under this root (RFC 9162 §4.10, a signed tree head).</summary>
/// <remarks>The log's key is the log's name: an operator who runs several logs needs a key for each.</remarks>
/// <param name="Size">How many leaves the log has; in a directory, the number of the epoch.</param>
/// <param name="Root">The log's root.</param>
/// <param name="Time">When it was signed; whole milliseconds count.</param>
/// <param name="Signature">XEdDSA signature of the log's key, 64 bytes.</param>
public sealed record SignedRoot(long Size, TreeHash Root, DateTimeOffset Time, ReadOnlyMemory<byte> Signature)
{
    private const int SizeField = 1;
    private const int RootField = 2;
    private const int TimeField = 3;
    private const int SignatureField = 4;

    /// <summary>How far clocks may differ.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>Keeps the signature from being one under anything else that the same key may sign.</summary>
    private static ReadOnlySpan<byte> Context => "CryptoLessons signed root 1\0"u8;

    /// <summary>Signs a root.</summary>
    /// <param name="size">How many leaves the log has.</param>
    /// <param name="root">The log's root.</param>
    /// <param name="time">The time that will stand in it.</param>
    /// <param name="log">The log's key pair.</param>
    /// <param name="random">Gives 64 bytes.</param>
    public static SignedRoot Sign(long size, TreeHash root, DateTimeOffset time, DhKeyPair log, RandomSource random)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(random);
        Span<byte> randomness = stackalloc byte[XEdDsa.RandomnessSize];
        random.Fill(randomness);
        var unsigned = new SignedRoot(size, root, time, default);
        return unsigned with { Signature = XEdDsa.Sign(log.Private.Bytes, unsigned.Signed(), randomness) };
    }

    /// <summary>Whether the log's key signed it.</summary>
    /// <param name="log">The log's key.</param>
    public bool IsSignedBy(DhPublicKey log)
    {
        ArgumentNullException.ThrowIfNull(log);
        return XEdDsa.Verify(log.U, Signed(), Signature.Span);
    }

    /// <summary>Checks signature and age.</summary>
    /// <param name="log">The log's key.</param>
    /// <param name="now">The time at the client.</param>
    /// <param name="maxAge">How old a root may be.</param>
    /// <returns>
    /// <see cref="Finding.BadSignature"/>, <see cref="Finding.StaleRoot"/>, <see cref="Finding.FutureRoot"/> or <see cref="Finding.Fine"/>.
    /// </returns>
    public Finding Check(DhPublicKey log, DateTimeOffset now, TimeSpan maxAge) =>
        IsSignedBy(log) ? CheckAge(now, maxAge) : Finding.BadSignature;

    /// <summary>The same for a root whose signature was checked.</summary>
    internal Finding CheckAge(DateTimeOffset now, TimeSpan maxAge) =>
        now - Time > maxAge ? Finding.StaleRoot
        : Time - now > ClockSkew ? Finding.FutureRoot
        : Finding.Fine;

    /// <summary>The root on the wire: size, root, milliseconds since 1970, and signature in the fields 1 to 4.</summary>
    public byte[] Serialize() => Fields().Bytes(SignatureField, Signature.Span).ToArray();

    /// <summary>Reads the wire form; the signature is not checked.</summary>
    /// <param name="serialized">Any bytes.</param>
    /// <param name="root">The root, when the result is true.</param>
    /// <returns>False when the bytes are not exactly what <see cref="Serialize"/> writes for some root.</returns>
    public static bool TryParse(ReadOnlySpan<byte> serialized, [NotNullWhen(true)] out SignedRoot? root) =>
        HashFields.TryParse(serialized, TryRead, value => value.Serialize(), out root);

    private static bool TryRead(ReadOnlySpan<byte> fields, [NotNullWhen(true)] out SignedRoot? root)
    {
        root = null;
        long size = -1;
        TreeHash? hash = null;
        DateTimeOffset? time = null;
        byte[]? signature = null;
        var reader = new WireReader(fields);
        while (reader.Next(out WireField field))
            switch (field.Number)
            {
                case SizeField when field.Value <= long.MaxValue: size = (long)field.Value; break;
                case RootField when field.Bytes.Length == TreeHash.Size: hash = new(field.Bytes); break;
                case TimeField: time = SavedState.Time(field); break;
                case SignatureField when field.Bytes.Length == XEdDsa.SignatureSize: signature = field.Bytes.ToArray(); break;
                default: return false;
            }
        if (!reader.Malformed && size >= 0 && hash is { } known && time is { } signedAt && signature is not null)
            root = new(size, known, signedAt, signature);
        return root is not null;
    }

    private byte[] Signed() => [.. Context, .. Fields().Written];

    private WireWriter Fields() => new WireWriter()
        .Varint(SizeField, (ulong)Size)
        .Bytes(RootField, Root.ToArray())
        .Varint(TimeField, unchecked((ulong)Time.ToUnixTimeMilliseconds()));
}
