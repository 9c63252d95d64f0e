using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Protocol.Sessions;

/// <summary>The number that two people compare to find out whether each has the other's genuine identity key.</summary>
/// <remarks>
/// A fingerprint for each of the two: SHA-512, iterated, over identity key and identifier. 60 digits for the eye, the smaller
/// half first so that both see the same; or a code that one phone shows and the other scans. It is made of identity keys and
/// of nothing else: whoever holds the genuine ones changes no digit. Source: Signal, "Safety number updates" (2016); Signal's library.
/// </remarks>
public sealed class SafetyNumber
{
    /// <summary>How often Signal iterates the hash.</summary>
    public const int SignalIterations = 5200;

    /// <summary>Smallest and largest number of iterations.</summary>
    public const int FewestIterations = 2, MostIterations = 1_000_000;

    private const int VersionField = 1;
    private const int LocalField = 2;
    private const int RemoteField = 3;
    private const int ContentField = 1;
    private const int ContentSize = 32;
    private const int Groups = 6;
    private const int GroupSize = 5;

    private readonly uint version;
    private readonly byte[] local;
    private readonly byte[] remote;

    /// <summary>The number as one of the two sees it.</summary>
    /// <param name="version">1 when the identifiers are telephone numbers, 2 when they are account identifiers; it stands in the scannable form alone.</param>
    /// <param name="localId">Own identifier, any bytes.</param>
    /// <param name="localIdentity">Own identity key.</param>
    /// <param name="remoteId">The other's identifier, any bytes.</param>
    /// <param name="remoteIdentity">The other's identity key.</param>
    /// <param name="iterations">How often the hash is iterated.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="iterations"/> is below 2 or above 1,000,000.</exception>
    public SafetyNumber(
        uint version,
        ReadOnlySpan<byte> localId,
        DhPublicKey localIdentity,
        ReadOnlySpan<byte> remoteId,
        DhPublicKey remoteIdentity,
        int iterations = SignalIterations)
    {
        ArgumentNullException.ThrowIfNull(localIdentity);
        ArgumentNullException.ThrowIfNull(remoteIdentity);
        ArgumentOutOfRangeException.ThrowIfLessThan(iterations, FewestIterations);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(iterations, MostIterations);
        this.version = version;
        (local, remote) = (Fingerprint(localId, localIdentity, iterations), Fingerprint(remoteId, remoteIdentity, iterations));
    }

    /// <summary>60 decimal digits, the same for both people.</summary>
    public string Digits
    {
        get
        {
            string[] halves = [DigitsOf(local), DigitsOf(remote)];
            Array.Sort(halves, StringComparer.Ordinal);
            return string.Concat(halves);
        }
    }

    /// <summary>What a phone shows as a code for the other to scan.</summary>
    public byte[] Scannable() => new WireWriter()
        .Varint(VersionField, version)
        .Bytes(LocalField, Content(local))
        .Bytes(RemoteField, Content(remote))
        .ToArray();

    /// <summary>Compares with a code that was scanned off the other's phone.</summary>
    /// <param name="scanned">Any bytes.</param>
    public ScanResult Compare(ReadOnlySpan<byte> scanned)
    {
        uint theirVersion = 0;
        ReadOnlySpan<byte> theirLocal = [], theirRemote = [];
        var reader = new WireReader(scanned);
        while (reader.Next(out WireField field))
            switch (field.Number, field.Type)
            {
                case (VersionField, WireType.Varint): theirVersion = unchecked((uint)field.Value); break;
                case (LocalField, WireType.Bytes): theirLocal = ContentOf(field.Bytes); break;
                case (RemoteField, WireType.Bytes): theirRemote = ContentOf(field.Bytes); break;
                default: break;
            }
        if (reader.Malformed || theirLocal.Length != ContentSize || theirRemote.Length != ContentSize)
            return ScanResult.NotACode;
        if (theirVersion != version)
            return ScanResult.OtherVersion;
        bool match = CryptographicOperations.FixedTimeEquals(theirLocal, remote.AsSpan(0, ContentSize))
            & CryptographicOperations.FixedTimeEquals(theirRemote, local.AsSpan(0, ContentSize));
        return match ? ScanResult.Match : ScanResult.Different;
    }

    /// <summary>h 0 = SHA-512(00 00 || key || id || key), h i = SHA-512(h i-1 || key); the zeros are a version that never changed.</summary>
    private static byte[] Fingerprint(ReadOnlySpan<byte> id, DhPublicKey identity, int iterations)
    {
        byte[] key = identity.Serialize();
        byte[] hash = SHA512.HashData((ReadOnlySpan<byte>)[0, 0, .. key, .. id, .. key]);
        byte[] next = [.. hash, .. key];
        for (int i = 1; i < iterations; i++)
            SHA512.HashData(next, next.AsSpan(0, SHA512.HashSizeInBytes));
        return next[..SHA512.HashSizeInBytes];
    }

    /// <summary>Six groups of five digits, each from five bytes.</summary>
    private static string DigitsOf(byte[] fingerprint) => string.Concat(Enumerable.Range(0, Groups).Select(group =>
    {
        Span<byte> number = stackalloc byte[sizeof(ulong)];
        number.Clear();
        fingerprint.AsSpan(group * GroupSize, GroupSize).CopyTo(number[^GroupSize..]);
        return (BinaryPrimitives.ReadUInt64BigEndian(number) % 100_000).ToString("D5", CultureInfo.InvariantCulture);
    }));

    private static byte[] Content(byte[] fingerprint) => new WireWriter().Bytes(ContentField, fingerprint.AsSpan(0, ContentSize)).ToArray();

    private static ReadOnlySpan<byte> ContentOf(ReadOnlySpan<byte> fields)
    {
        ReadOnlySpan<byte> content = [];
        var reader = new WireReader(fields);
        while (reader.Next(out WireField field))
            if ((field.Number, field.Type) == (ContentField, WireType.Bytes))
                content = field.Bytes;
        return reader.Malformed ? [] : content;
    }
}
