using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Protocol.Sessions;

/// <summary>What of Signal's protocol a device speaks: the handshake, and with it the version of messages and the ratchets.</summary>
public sealed class Profile
{
    private readonly byte version;
    private readonly Func<RandomSource, HandshakeFunctions> handshake;

    private Profile(string name, byte version, Func<RandomSource, HandshakeFunctions> handshake) =>
        (Name, this.version, this.handshake) = (name, version, handshake);

    /// <summary>X3DH and the Double Ratchet, message version 3: Signal's library up to 0.23.</summary>
    public static Profile X3dh { get; } = new("x3dh", MessageVersion.X3dh, _ => Handshake.X3dh.Functions);

    /// <summary>PQXDH and the Double Ratchet, message version 4: Signal's library from 0.24 to 0.73.</summary>
    public static Profile Pqxdh { get; } = new("pqxdh", MessageVersion.Pqxdh, random => new Pqxdh(random, postQuantumRatchet: false));

    /// <summary>PQXDH and the Triple Ratchet, message version 4: Signal's library from 0.74 on.</summary>
    public static Profile Triple { get; } = new("triple", MessageVersion.Pqxdh, random => new Pqxdh(random));

    /// <summary>The profiles, oldest first.</summary>
    public static IReadOnlyList<Profile> All { get; } = [X3dh, Pqxdh, Triple];

    /// <summary>Lower-case name.</summary>
    public string Name { get; }

    /// <summary>The profile of that name; null when there is none.</summary>
    public static Profile? Named(string name) => All.FirstOrDefault(profile => profile.Name == name);

    /// <summary>A party's own suite.</summary>
    /// <param name="random">Where ratchet keys come from.</param>
    public SignalFunctions Functions(RandomSource random) => new(random, version);

    /// <summary>A party's own handshake.</summary>
    /// <param name="random">Where encapsulations take their randomness from.</param>
    public HandshakeFunctions HandshakeFunctions(RandomSource random) => handshake(random);

    /// <summary>The profile's name.</summary>
    public override string ToString() => Name;
}
