using System.Diagnostics;
using CryptoLessons.Adversary;
using CryptoLessons.Designs;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Scoreboards;

/// <summary>How long a message takes from the sender's app to the recipients'.</summary>
internal static class MessageTime
{
    /// <summary>The median over a script, in microseconds: phones and servers together, on one core.</summary>
    public static double Median(Design design, Script script, SeededRandom random)
    {
        IDeployment deployment = design.Deploy(script, random);
        var times = new List<double>();
        foreach (ScriptedMessage message in script.Messages)
        {
            long began = Stopwatch.GetTimestamp();
            foreach (Envelope envelope in deployment.Send(message))
                deployment.Deliver(envelope, out _);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds);
        }
        times.Sort();
        return times[times.Count / 2];
    }
}
