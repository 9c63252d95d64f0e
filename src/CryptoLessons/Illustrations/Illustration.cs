using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Illustrations;

/// <summary>A short dialogue under the microscope: a handshake, its first message, the reply, and the reply as an app under escrow sends it. Every
/// byte is explained, and made again by a program of a few lines.</summary>
/// <remarks>
/// The library's own devices play it, and what their functions drew and gave back is written down. Another encoder then writes the same bytes from
/// explained values; where it does not come to the same, there is no illustration. The keys are made for it: they are printed on purpose.
/// </remarks>
public sealed class Illustration
{
    private Illustration(Profile profile, IReadOnlyList<Plate> plates)
    {
        (Profile, Plates) = (profile, plates);
        var shown = new HashSet<Value>();
        foreach (Plate plate in plates)
        {
            var behind = new List<Value>();
            foreach (Value value in plate.Annotations.Select(annotation => annotation.Value))
                Walk(value, shown, behind);
            plate.Behind = [.. behind.Except(plate.Annotations.Select(annotation => annotation.Value))];
        }
    }

    /// <summary>What a program needs in front of it, a line each.</summary>
    public static IReadOnlyList<string> Usings { get; } =
    [
        "using System.Security.Cryptography;",
        "using System.Text;",
        "using CryptoLessons.Protocol.Curve25519;",
        "using CryptoLessons.Protocol.PostQuantum;",
        "using CryptoLessons.Protocol.Primitives;",
        "using CryptoLessons.Protocol.Ratchet;",
        "using CryptoLessons.Protocol.Spqr;",
        "using CryptoLessons.Protocol.Wire;",
    ];

    /// <summary>The seed of every key.</summary>
    public static long Seed => Scene.Seed;

    /// <summary>What of Signal's protocol the phones speak.</summary>
    public Profile Profile { get; }

    /// <summary>What there is to see, in the order in which it happens.</summary>
    public IReadOnlyList<Plate> Plates { get; }

    /// <summary>Plays the dialogue and explains it.</summary>
    /// <param name="profile">What of Signal's protocol the phones speak.</param>
    /// <exception cref="InvalidOperationException">The explanation does not fit the code: a mistake in this library.</exception>
    public static Illustration Of(Profile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return new(profile, [.. new Dialogue(new Scene(profile)).Plates()]);
    }

    /// <summary>What a value is made of, and then the value.</summary>
    private static void Walk(Value value, HashSet<Value> shown, List<Value> behind)
    {
        if (!shown.Add(value))
            return;
        foreach (Input input in value.Inputs)
            Walk(input.Value, shown, behind);
        if (value.Expression.Length > 0)
            behind.Add(value);
    }
}
