package com.offgridflow.report.wiring;

import com.offgridflow.report.chart.VisualText;
import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;

/** Right-to-left names in a PDF, by Java's own bidirectional algorithm. */
final class PdfDirections implements BidiReorderer {

  @Override
  public String reorderRTLTextToLTR(String text) {
    return VisualText.reversed(text);
  }

  @Override
  public String shapeText(String text) {
    return ArabicForms.joined(text);
  }

  @Override
  public String deshapeText(String text) {
    return text;
  }

  @Override
  public boolean isLiveImplementation() {
    return true;
  }

  /** Cuts a paragraph where its direction changes. */
  static final class Splitter implements BidiSplitter {
    private Bidi bidi = new Bidi("", Bidi.DIRECTION_LEFT_TO_RIGHT);

    @Override
    public void setParagraph(String paragraph, byte direction) {
      boolean leftwards = direction == RTL;
      bidi =
          new Bidi(
              paragraph, leftwards ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
    }

    @Override
    public int countTextRuns() {
      return bidi.getRunCount();
    }

    @Override
    public BidiTextRun getVisualRun(int run) {
      int start = bidi.getRunStart(run);
      byte direction = bidi.getRunLevel(run) % 2 == 1 ? RTL : LTR;
      return new BidiTextRun(start, bidi.getRunLimit(run) - start, direction);
    }

    @Override
    public byte getBaseDirection(String paragraph) {
      boolean rightwards =
          new Bidi(paragraph, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
      return rightwards ? LTR : RTL;
    }
  }
}
