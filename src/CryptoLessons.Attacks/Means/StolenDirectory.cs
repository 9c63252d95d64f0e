using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Directory;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Attacks.Means;

/// <summary>Answers in the directory's place, with its stolen key.</summary>
/// <param name="key">The key that signs what the directory answers.</param>
/// <param name="random">Where the signatures' randomness comes from.</param>
internal sealed class StolenDirectory(DhKeyPair key, RandomSource random)
{
    private readonly Dictionary<string, byte[]> lists = [];

    /// <summary>The list that the directory answered, changed; the same bytes each time, so that phones see nothing new.</summary>
    /// <param name="genuine">The directory's own answer.</param>
    /// <param name="change">What becomes of the list.</param>
    public ReadOnlyMemory<byte> Answer(ReadOnlyMemory<byte> genuine, Func<DeviceList, IEnumerable<DeviceEntry>> change)
    {
        if (!DeviceList.TryParse(Unsigned(genuine), out DeviceList? list))
            return genuine;
        if (!lists.TryGetValue(list.Name, out byte[]? answer))
            lists.Add(list.Name, answer = SignedAnswer.Sign(new DeviceList(list.Name, change(list)).Serialize(), key, random));
        return answer;
    }

    /// <summary>A bundle as if the directory had it.</summary>
    public ReadOnlyMemory<byte> Answer(PublishedBundle bundle) => SignedAnswer.Sign(bundle.Serialize(), key, random);

    /// <summary>What the directory's own answer says: nothing in it is secret.</summary>
    public static ReadOnlySpan<byte> Unsigned(ReadOnlyMemory<byte> genuine) =>
        genuine.Length >= XEdDsa.SignatureSize ? genuine.Span[XEdDsa.SignatureSize..] : [];
}
