using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>Dual_EC_DRBG on P-256: a random generator out of two points of a curve.</summary>
/// <remarks>
/// The state is a number s. Each step makes s' = x(sP) and puts out x(s'Q) without its top bits. Two multiplications for 30 bytes: a
/// thousand times the work of a generator out of a hash, for the sake of a proof that the standard then gave away with its choice of Q.
/// Source: NIST SP 800-90A (2012), 10.3.1, without additional input; withdrawn in 2014.
/// </remarks>
public sealed class DualEcDrbg : RandomSource
{
    private readonly DualEcConstants constants;
    private byte[] state;
    private byte[] output = [];
    private int used;

    /// <summary>A generator that goes on from a state.</summary>
    /// <param name="constants">What is built in.</param>
    /// <param name="state">The state s' that its first output is made of, 32 bytes.</param>
    public DualEcDrbg(DualEcConstants constants, ReadOnlySpan<byte> state)
    {
        ArgumentNullException.ThrowIfNull(constants);
        (this.constants, this.state) = (constants, state.ToArray());
    }

    private DualEcDrbg(DualEcDrbg original) =>
        (constants, state, output, used, FirstOutput) = (original.constants, original.state, original.output, original.used, original.FirstOutput);

    /// <summary>The first output of a phone's generator, whole, which its app took as a number of the installation; empty for a generator that
    /// goes on from a state.</summary>
    public ReadOnlyMemory<byte> FirstOutput { get; private set; }

    /// <summary>A new phone's generator, which has given its first output away.</summary>
    /// <param name="constants">What is built in.</param>
    /// <param name="seed">True randomness, of which it takes 32 bytes.</param>
    public static DualEcDrbg Install(DualEcConstants constants, RandomSource seed)
    {
        ArgumentNullException.ThrowIfNull(seed);
        Span<byte> s = stackalloc byte[Secret.Size];
        seed.Fill(s);
        var generator = new DualEcDrbg(constants, DualEcConstants.XOfP(s));
        byte[] first = new byte[constants.OutputSize];
        generator.Fill(first);
        generator.FirstOutput = first;
        return generator;
    }

    /// <inheritdoc/>
    public override DualEcDrbg Copy() => new(this);

    /// <inheritdoc/>
    public override void Fill(Span<byte> destination)
    {
        while (!destination.IsEmpty)
        {
            if (used == output.Length)
                Step();
            int n = Math.Min(destination.Length, output.Length - used);
            output.AsSpan(used, n).CopyTo(destination);
            used += n;
            destination = destination[n..];
        }
    }

    private void Step() => (output, state, used) = (constants.Output(state), DualEcConstants.XOfP(state), 0);
}
