namespace CryptoLessons.Tests.Differences.Greetings;

/// <summary>A seam in miniature: functions left open, one of them with a body of its own, one of them twice.</summary>
internal abstract class Greeting
{
    public abstract string Hello(string name);

    public abstract string Hello(string name, int times);

    public abstract string Bye(string name);

    public abstract string Comma { get; }

    public virtual string Stop() => ".";
}
