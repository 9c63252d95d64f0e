using NUnit.Framework;

namespace CryptoLessons.Interop.Tests;

/// <summary>What of the post-quantum ratchet is seen on the wire: how far each party is, and in which epochs it did what.</summary>
internal sealed class SeenEpochs
{
    private readonly HashSet<(Party Party, ulong Epoch)> keyHolders = [], encapsulators = [];
    private readonly Dictionary<Party, ulong> last = [];

    public void See(Letter letter)
    {
        SpqrHeader header = SpqrHeader.Of(letter);
        Assert.That(header.Version, Is.EqualTo(1));
        last[letter.From] = Math.Max(header.Epoch, last.GetValueOrDefault(letter.From));
        if (header.IsOfKeyHolder)
            keyHolders.Add((letter.From, header.Epoch));
        if (header.IsOfEncapsulator)
            encapsulators.Add((letter.From, header.Epoch));
    }

    /// <summary>The epoch of whoever is behind.</summary>
    public ulong Behind(Duo duo) => Math.Min(last.GetValueOrDefault(duo.Alice), last.GetValueOrDefault(duo.Bob));

    /// <summary>Both have come to an epoch, and in all before it each did its part.</summary>
    public void AssertPassed(Duo duo, ulong epoch)
    {
        TestContext.Out.WriteLine($"both are in epoch {Behind(duo)}");
        Assert.That(Behind(duo), Is.GreaterThanOrEqualTo(epoch));
        for (ulong passed = 1; passed < epoch; passed++)
        {
            Party holder = passed % 2 == 1 ? duo.Alice : duo.Bob;
            Assert.That(keyHolders, Does.Contain((holder, passed)));
            Assert.That(encapsulators, Does.Contain((duo.PeerOf(holder), passed)));
        }
    }
}
