namespace CryptoLessons.Interop.Tests;

/// <summary>A release of Signal's own library that npm installs beside the others.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Profile">The generation of the protocol that it speaks, in the word of <c>cryptolessons peer</c>.</param>
internal sealed record Release(string Version, string Profile)
{
    private const string X3dh = "x3dh";
    private const string TripleRatchet = "triple";

    /// <summary>One of X3DH, one of PQXDH, and two of the Triple Ratchet: 0.90 still puts up with peers that do not speak it.</summary>
    public static Release[] All { get; } = [new("0.22.0", X3dh), new("0.60.2", "pqxdh"), new("0.90.0", TripleRatchet), new("0.103.0", TripleRatchet)];

    /// <summary>Whether its sessions are opened with a Kyber prekey too.</summary>
    public bool HasKyber => Profile != X3dh;

    /// <summary>Whether its messages carry a ratchet of key encapsulation beside the Diffie-Hellman one.</summary>
    public bool HasTripleRatchet => Profile == TripleRatchet;

    /// <summary>The version byte, in hex, of a message from the next generation. Before PQXDH that is 4.</summary>
    public string NextVersionByte => Profile == X3dh ? "43" : "54";

    public override string ToString() => Version;
}
