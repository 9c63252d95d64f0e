using System.Text;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Recordings;

/// <summary>An envelope as it stands in a recording.</summary>
internal static class RecordedEnvelope
{
    private const int From = 1;
    private const int To = 2;
    private const int Time = 3;
    private const int Type = 4;
    private const int Message = 5;
    private const int Device = 6;
    private const uint FirstDevice = 1;

    /// <summary>The envelope's fields; of its time, whole milliseconds.</summary>
    public static ReadOnlySpan<byte> Encode(Envelope envelope) => new WireWriter()
        .Bytes(From, Encoding.UTF8.GetBytes(envelope.From))
        .Bytes(To, Encoding.UTF8.GetBytes(envelope.To))
        .Varint(Time, unchecked((ulong)envelope.Time.ToUnixTimeMilliseconds()))
        .Varint(Type, (ulong)envelope.Message.Type)
        .Bytes(Message, envelope.Message.Bytes.Span)
        .Varint(Device, envelope.Device == FirstDevice ? null : envelope.Device)
        .Written;

    /// <summary>Reads the fields; null when they are not those of an envelope.</summary>
    /// <param name="fields">Any bytes; the envelope's message is a part of them, not a copy.</param>
    public static Envelope? Decode(ReadOnlyMemory<byte> fields)
    {
        string? from = null, to = null;
        ulong? time = null, type = null;
        ReadOnlyMemory<byte>? message = null;
        ulong device = FirstDevice;
        var reader = new WireReader(fields.Span);
        while (reader.Next(out WireField field))
            switch (field.Number, field.Type)
            {
                case (From, WireType.Bytes): from = RecordingHead.Text(field.Bytes); break;
                case (To, WireType.Bytes): to = RecordingHead.Text(field.Bytes); break;
                case (Time, WireType.Varint): time = field.Value; break;
                case (Type, WireType.Varint): type = field.Value; break;
                case (Message, WireType.Bytes): message = fields[(field.End - field.Bytes.Length)..field.End]; break;
                case (Device, WireType.Varint): device = field.Value; break;
                default: return null;
            }
        return !reader.Malformed && from is not null && to is not null && message is { } bytes && device <= uint.MaxValue
            && MomentOf(time) is { } moment && KindOf(type) is { } kind
            ? new(from, to, moment, new(kind, bytes), (uint)device)
            : null;
    }

    private static DateTimeOffset? MomentOf(ulong? time) =>
        time is { } value && unchecked((long)value) is var milliseconds
        && milliseconds >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds() && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;

    private static CiphertextType? KindOf(ulong? type) =>
        type is (ulong)CiphertextType.Plain or (ulong)CiphertextType.PreKey or (ulong)CiphertextType.SenderKey ? (CiphertextType)type : null;
}
