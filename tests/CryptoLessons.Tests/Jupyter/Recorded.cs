namespace CryptoLessons.Tests.Jupyter;

/// <summary>What libzmq 4.3, the library of Jupyter's clients, says to a kernel, as it was seen on the wire.</summary>
internal static class Recorded
{
    /// <summary>Its greeting: version 3.1, and padding that is not all zeros.</summary>
    public static readonly byte[] Greeting = Convert.FromHexString("ff00000000000000017f03014e554c4c" + new string('0', 96));

    /// <summary>The READY command of a client of the shell, with an identity: a whole frame.</summary>
    public static readonly byte[] Dealer =
        Convert.FromHexString("04310552454144590b536f636b65742d54797065000000064445414c4552084964656e7469747900000008636c69656e742d31");

    /// <summary>The READY command of a subscriber and its subscription to everything: two frames.</summary>
    public static readonly byte[] Subscriber = Convert.FromHexString("04190552454144590b536f636b65742d5479706500000003535542000101");

    /// <summary>The READY command of a heartbeat's client.</summary>
    public static readonly byte[] Requester =
        Convert.FromHexString("04260552454144590b536f636b65742d5479706500000003524551084964656e7469747900000000");

    /// <summary>A message of two frames, the second with a long length.</summary>
    public static readonly byte[] Message =
        [.. Convert.FromHexString("01093c4944537c4d53473e02000000000000012c"), .. Enumerable.Repeat((byte)'x', 300)];
}
